import { useState } from 'preact/hooks';
import type { Language } from '../lib/i18n/languages.ts';
import type { Text } from '../lib/i18n/text.ts';
import { minuteTime } from '../lib/i18n/time.ts';
import { type Hour, type HourState, hoursByState } from '../lib/view/day.ts';
import type { MessageId } from '../locales/en/pages.ts';
import { useText } from './TextProvider.tsx';

interface DayStripProps {
  /** Oldest first. */
  hours: readonly Hour[];
}

const height = 16;

/** A bar an hour, whose height tells the state without its colour. */
export function DayStrip({ hours }: DayStripProps) {
  const text = useText();
  const [isPointedAt, setPointedAt] = useState(false);
  return (
    <svg
      class="day-strip"
      viewBox={`0 0 ${5 * hours.length - 1} ${height}`}
      role="img"
      aria-label={dayInWords(hours, text)}
      onPointerEnter={() => setPointedAt(true)}
    >
      {hours.map((hour, index) => (
        <path key={hour.fromMs} class={`sign-${hour.state}`} d={shapeOf(hour.state, 5 * index)}>
          {/* Only then: formatting the times of all hours would take a while. */}
          {isPointedAt && <title>{hourInWords(hour, text)}</title>}
        </path>
      ))}
    </svg>
  );
}

function shapeOf(state: HourState, x: number): string {
  switch (state) {
    case 'ok':
      return bar(x, 3);
    case 'mixed':
    case 'impaired':
      return bar(x, 8);
    case 'likely_blocked':
      return bar(x, 12);
    case 'blocked':
      return bar(x, height);
    case 'down':
      return [2, 7, 12].map((top) => bar(x, 2, top)).join('');
    case 'missing':
      return `M${x + 1} 14h2v2h-2z`;
    default:
      return state satisfies never;
  }
}

function bar(x: number, tall: number, top = height - tall): string {
  return `M${x} ${top}h4v${tall}h-4z`;
}

/** "Last 24 hours: opens for 20 hours, blocked for 4 hours". */
export function dayInWords(hours: readonly Hour[], { language, t }: Text): string {
  const parts = hoursByState(hours).map(({ state, count }) => {
    return t('strip.part', { state: lowered(t(wordOf(state)), language), count });
  });
  return t('strip.day', { parts: parts.join(', ') });
}

function hourInWords({ fromMs, toMs, state }: Hour, { language, t }: Text): string {
  const [from, to] = [fromMs, toMs].map((ms) => minuteTime(language, new Date(ms).toISOString()));
  return t('strip.hour', {
    from: from ?? '',
    to: to ?? '',
    state: lowered(t(wordOf(state)), language),
  });
}

function wordOf(state: HourState): MessageId {
  return state === 'mixed' || state === 'missing' ? `strip.${state}` : `word.${state}`;
}

function lowered(word: string, language: Language): string {
  return word.toLocaleLowerCase(language);
}
