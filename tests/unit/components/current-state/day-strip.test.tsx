// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it } from 'vitest';
import { DayStrip, stretchesInWords } from '../../../../components/current-state/DayStrip.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import { type Language, languages } from '../../../../lib/i18n/languages.ts';
import { createText } from '../../../../lib/i18n/text.ts';
import { minuteTime } from '../../../../lib/i18n/time.ts';
import type { HourState } from '../../../../lib/view/day.ts';
import { withoutIsolates } from '../../../helpers/without-isolates.ts';

const states: HourState[] = [
  'ok',
  'mixed',
  'impaired',
  'likely_blocked',
  'blocked',
  'down',
  'missing',
];
const hourMs = 3_600_000;

async function show(language: Language, shown = states) {
  const hours = shown.map((state, index) => {
    return { state, fromMs: index * hourMs, toMs: (index + 1) * hourMs };
  });
  await act(() => {
    render(
      <TextProvider language={language}>
        <DayStrip hours={hours} />
      </TextProvider>,
      document.body,
    );
  });
}

const strip = () => document.querySelector('svg');

beforeEach(() => render(null, document.body));

it('has a shape of its own for each state, but one for all that work in part', async () => {
  await show('en');

  // As if each were drawn at the beginning.
  const shapes = [...document.querySelectorAll('path')].map((path, index) =>
    path
      .getAttribute('d')
      ?.replaceAll(/M\d+/g, (start) => `M${Number(start.slice(1)) - 5 * index}`),
  );
  expect(shapes).toHaveLength(states.length);
  expect(new Set(shapes).size).toBe(states.length - 1);
  expect(shapes[1]).toBe(shapes[2]);
});

it.each([
  ['en', 'Last 24 hours: opens for 2 hours, blocked for 1 hour, no checks for 1 hour.'],
  ['ru', 'За сутки: открывается 2 часа, заблокирован 1 час, нет проверок 1 час.'],
  ['fa', '۲۴ ساعت گذشته: ۲ ساعت باز می‌شود، ۱ ساعت مسدود است، ۱ ساعت بدون بررسی.'],
] as const)('tells the day to people who hear the page: %s', async (language, words) => {
  await show(language, ['blocked', 'ok', 'missing', 'ok']);

  expect(strip()?.getAttribute('role')).toBe('img');
  expect(withoutIsolates(strip()?.getAttribute('aria-label') ?? '')).toBe(words);
});

it.each([
  ['ru', ': открывается; '],
  ['fa', ': باز می‌شود؛ '],
] as const)('tells the stretches of a day apart by the marks of %s', (language, between) => {
  const hours = (['ok', 'blocked'] as const).map((state, index) => {
    return { state, fromMs: index * hourMs, toMs: (index + 1) * hourMs };
  });

  expect(withoutIsolates(stretchesInWords(hours, createText(language)))).toContain(between);
});

it('tells a day without a change as a whole, and not from an hour to the same hour', () => {
  const hours = Array.from({ length: 24 }, (_, index) => {
    return { state: 'ok' as const, fromMs: index * hourMs, toMs: (index + 1) * hourMs };
  });

  expect(stretchesInWords(hours, createText('en'))).toBe('Last 24 hours: opens for 24 hours.');
});

it.each(languages)('tells an hour once it is pointed at: %s', async (language) => {
  await show(language);
  expect(document.querySelectorAll('title')).toHaveLength(0);

  await act(() => void strip()?.dispatchEvent(new PointerEvent('pointerenter')));

  const [title] = document.querySelectorAll('title');
  const from = minuteTime(language, new Date(0).toISOString());
  expect(withoutIsolates(title?.textContent ?? '')).toContain(`${from}–`);
  expect(document.querySelectorAll('title')).toHaveLength(states.length);
});
