import type { Language } from './languages.ts';

const minuteMs = 60_000;
const units = [
  { unit: 'day', ms: 1440 * minuteMs },
  { unit: 'hour', ms: 60 * minuteMs },
  { unit: 'minute', ms: minuteMs },
] as const;

/** "3 minutes ago", "in 12 minutes"; null for less than a minute. */
export function relativeTime(language: Language, iso: string, now: Date): string | null {
  const differenceMs = Date.parse(iso) - now.getTime();
  const fitting = units.find(({ ms }) => Math.abs(differenceMs) >= ms);
  if (!fitting) return null;
  const count = Math.trunc(differenceMs / fitting.ms);
  return new Intl.RelativeTimeFormat(language).format(count, fitting.unit);
}

export function exactTime(language: Language, iso: string): string {
  return momentFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso));
}

export function clockTime(language: Language, iso: string): string {
  return momentFormat(language, { timeStyle: 'medium' }).format(new Date(iso));
}

export function minuteTime(language: Language, iso: string): string {
  return momentFormat(language, { timeStyle: 'short' }).format(new Date(iso));
}

/** "18:00", with the date where it is on another day. */
export function momentTime(language: Language, iso: string, now: Date): string {
  const isToday = new Date(iso).toDateString() === now.toDateString();
  if (isToday) return minuteTime(language, iso);
  return momentFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** "27 November 2026", by this computer's clock. */
export function dayText(language: Language, iso: string): string {
  return momentFormat(language, { dateStyle: 'long' }).format(new Date(iso));
}

/** "3 – 5 November 2026"; the moment of `to` is left out. */
export function daysText(language: Language, { from, to }: { from: string; to: string }): string {
  const format = momentFormat(language, { dateStyle: 'long' });
  return format.formatRange(new Date(from), new Date(Date.parse(to) - 1));
}

type Styles = Pick<Intl.DateTimeFormatOptions, 'dateStyle' | 'timeStyle'>;

const momentFormats = new Map<string, Intl.DateTimeFormat>();

/** Cached: creating a format takes longer than a hundred uses of it. */
function momentFormat(language: Language, styles: Styles): Intl.DateTimeFormat {
  const key = `${language} ${styles.dateStyle} ${styles.timeStyle}`;
  const known = momentFormats.get(key) ?? new Intl.DateTimeFormat(language, styles);
  momentFormats.set(key, known);
  return known;
}
