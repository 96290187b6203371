import type { AlertSettings } from '../settings/alert-settings.ts';

export type QuietHours = Pick<AlertSettings, 'hasQuietHours' | 'quietFrom' | 'quietTo'>;

/**
 * When the quiet hours end that a time lies in; null where it lies in none. By the clock of this computer, so that
 * they end at the same hour on the days on which clocks change.
 */
export function quietUntil(
  { hasQuietHours, quietFrom: from, quietTo: to }: QuietHours,
  time: Date,
): Date | null {
  const hour = time.getHours();
  const isQuiet = from < to ? hour >= from && hour < to : hour >= from || hour < to;
  if (!hasQuietHours || from === to || !isQuiet) return null;
  const days = hour < to ? 0 : 1;
  return new Date(time.getFullYear(), time.getMonth(), time.getDate() + days, to);
}
