/**
 * When a day begins by the clock of this computer, or one some days later, as ISO 8601 UTC.
 * @param day as `2026-03-01`
 */
export function midnight(day: string, daysLater = 0): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}
