import type { Span } from '../model/bar.ts';
import type { Language } from './languages.ts';
import { dateFormat, minuteTime, momentTime } from './time.ts';

interface Times {
  fromMs: number;
  toMs: number;
}

const hours = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const;

/** The days of long spans are those of UTC, as sums must not change with the time zone. */
const days = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZoneName: 'short',
  timeZone: 'UTC',
} as const;

/** When a bar of a span was: some hours by the clock of this computer, or a day. */
export function barTime(language: Language, { fromMs, toMs }: Times, span: Span): string {
  if (!isOfHours(span)) return dateFormat(language, days).format(fromMs);
  const format = dateFormat(language, hours);
  // Where clocks go back, an hour may end when it began.
  const isOneMoment = format.format(fromMs) === format.format(toMs);
  return format.formatRange(fromMs, isOneMoment ? toMs - 60_000 : toMs);
}

/** When a check of a bar was, by the clock of this computer; with its date where a bar of a day has another. */
export function timeInBar(language: Language, iso: string, { fromMs }: Times, span: Span): string {
  if (isOfHours(span)) return minuteTime(language, iso);
  // Without its zone, the day is the same by this computer's clock.
  return momentTime(language, iso, new Date(new Date(fromMs).toISOString().slice(0, -1)));
}

function isOfHours(span: Span): boolean {
  return span === 'day' || span === 'week';
}
