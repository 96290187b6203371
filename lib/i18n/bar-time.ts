import type { Span } from '../model/bar.ts';
import type { Language } from './languages.ts';

const styles: Record<'hours' | 'days', Intl.DateTimeFormatOptions> = {
  hours: { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  // The days of long spans are those of UTC, as sums must not change with the time zone.
  days: { dateStyle: 'medium', timeZone: 'UTC' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** When a bar of a span was: some hours by the clock of this computer, or a day. */
export function barTime(
  language: Language,
  { fromMs, toMs }: { fromMs: number; toMs: number },
  span: Span,
): string {
  const kind = span === 'day' || span === 'week' ? 'hours' : 'days';
  const key = `${language} ${kind}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, styles[kind]);
  formats.set(key, format);
  return kind === 'hours' ? format.formatRange(fromMs, toMs) : format.format(fromMs);
}
