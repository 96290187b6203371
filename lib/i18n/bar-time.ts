import type { Span } from '../model/bar.ts';
import type { Language } from './languages.ts';
import { dateFormat } from './time.ts';

const styles: Record<'hours' | 'days', Intl.DateTimeFormatOptions> = {
  hours: { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  // The days of long spans are those of UTC, as sums must not change with the time zone.
  days: { dateStyle: 'medium', timeZone: 'UTC' },
};

/** When a bar of a span was: some hours by the clock of this computer, or a day. */
export function barTime(
  language: Language,
  { fromMs, toMs }: { fromMs: number; toMs: number },
  span: Span,
): string {
  const kind = span === 'day' || span === 'week' ? 'hours' : 'days';
  const format = dateFormat(language, styles[kind]);
  return kind === 'hours' ? format.formatRange(fromMs, toMs) : format.format(fromMs);
}
