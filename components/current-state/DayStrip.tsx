import { useState } from 'preact/hooks';
import { marksOf } from '../../lib/i18n/marks.ts';
import type { Text } from '../../lib/i18n/text.ts';
import { minuteTime } from '../../lib/i18n/time.ts';
import { type Hour, type HourState, hoursByState, stretchesOf } from '../../lib/view/day.ts';
import type { MessageId } from '../../locales/en/pages.ts';
import { useText } from '../text/TextProvider.tsx';

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
function dayInWords(hours: readonly Hour[], text: Text): string {
  const parts = hoursByState(hours).map(({ state, count }) => {
    return text.t('strip.part', { state: wordOf(state, text), count });
  });
  return text.t('strip.day', { parts: parts.join(marksOf(text.language).comma) });
}

/** "Last 24 hours: 16:00–02:00: opens; 02:00–16:00: blocked", for who cannot point at the strip. */
export function stretchesInWords(hours: readonly Hour[], text: Text): string {
  const stretches = stretchesOf(hours);
  // A whole day ends at the hour at which it began.
  if (stretches.length === 1) return dayInWords(hours, text);
  const parts = stretches.map((stretch) => hourInWords(stretch, text));
  return text.t('strip.day', { parts: parts.join(marksOf(text.language).semicolon) });
}

function hourInWords({ fromMs, toMs, state }: Hour, text: Text): string {
  const [from = '', to = ''] = [fromMs, toMs].map((ms) =>
    minuteTime(text.language, new Date(ms).toISOString()),
  );
  return text.t('strip.hour', { from, to, state: wordOf(state, text) });
}

/** As it stands within a sentence. */
export function wordOf(state: HourState, { language, t }: Text): string {
  return t(idOf(state)).toLocaleLowerCase(language);
}

function idOf(state: HourState): MessageId {
  return state === 'mixed' || state === 'missing' ? `strip.${state}` : `word.${state}`;
}
