import type { Language } from './languages.ts';

const minuteMs = 60_000;
const units = [
  { unit: 'day', ms: 1440 * minuteMs },
  { unit: 'hour', ms: 60 * minuteMs },
  { unit: 'minute', ms: minuteMs },
] as const;

/**
 * "3 minutes ago", "in 12 minutes"; null for less than a minute. The moment itself where the browser has no words for
 * dates in the language.
 */
export function relativeTime(language: Language, iso: string, now: Date): string | null {
  const differenceMs = Date.parse(iso) - now.getTime();
  const fitting = units.find(({ ms }) => Math.abs(differenceMs) >= ms);
  if (!fitting) return null;
  if (!hasDates(language)) return momentTime(language, iso, now);
  const count = Math.trunc(differenceMs / fitting.ms);
  return new Intl.RelativeTimeFormat(language).format(count, fitting.unit);
}

/** "3 minutes ago" of what has been; the moment itself where a clock that was ahead has dated it. */
export function pastTime(language: Language, iso: string, now: Date): string | null {
  const isAhead = Date.parse(iso) - now.getTime() >= minuteMs;
  return isAhead ? momentTime(language, iso, now) : relativeTime(language, iso, now);
}

export function exactTime(language: Language, iso: string): string {
  return dateFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso));
}

export function clockTime(language: Language, iso: string): string {
  return dateFormat(language, { timeStyle: 'medium' }).format(new Date(iso));
}

export function minuteTime(language: Language, iso: string): string {
  return dateFormat(language, { timeStyle: 'short' }).format(new Date(iso));
}

/** "18:00", with the date where it is on another day. */
export function momentTime(language: Language, iso: string, now: Date): string {
  const isToday = new Date(iso).toDateString() === now.toDateString();
  return isToday ? minuteTime(language, iso) : dateAndMinute(language, iso);
}

/** "27 Nov 2026, 18:00" */
export function dateAndMinute(language: Language, iso: string): string {
  return dateFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** "27 November 2026", by this computer's clock. */
export function dayText(language: Language, iso: string): string {
  return dateFormat(language, { dateStyle: 'long' }).format(new Date(iso));
}

/** "3 – 5 November 2026"; the moment of `to` is left out. */
export function daysText(language: Language, { from, to }: { from: string; to: string }): string {
  const format = dateFormat(language, { dateStyle: 'long' });
  return format.formatRange(new Date(from), new Date(Date.parse(to) - 1));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A format of moments; in numbers alone where the browser has no words for dates in the language. Cached: creating a
 * format takes longer than a hundred uses of it. A format keeps the clock's time zone of when it was created.
 */
export function dateFormat(
  language: Language,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${new Date().getTimezoneOffset()} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? newFormat(language, options);
  formats.set(key, known);
  return known;
}

function newFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return hasDates(language)
    ? new Intl.DateTimeFormat(language, options)
    : new Intl.DateTimeFormat(numeric, inNumbers(options));
}

/** Day, month, year with points between, and a day of 24 hours, as where the languages without words are spoken. */
const numeric = 'ru';

function inNumbers({
  dateStyle,
  day,
  month,
  ...others
}: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions {
  return {
    ...others,
    ...(dateStyle !== undefined && { dateStyle: 'short' }),
    ...(day !== undefined && { day: '2-digit' }),
    ...(month !== undefined && { month: '2-digit' }),
  };
}

const withDates = new Map<Language, boolean>();

/** Chromium may know a language and not its dates, which are "2026 M02 10" then. */
function hasDates(language: Language): boolean {
  const known = withDates.get(language) ?? findDates(language);
  withDates.set(language, known);
  return known;
}

function findDates(language: Language): boolean {
  if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return false;
  const month = new Intl.DateTimeFormat(language, { month: 'long' }).format(0);
  return !/^M\d/.test(month);
}
