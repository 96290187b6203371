/** Noon of a day like `2026-03-01`, by the clock of this computer, as ISO 8601 UTC; null where there is no such day. */
export function noon(day: string): string | null {
  const moment = new Date(`${day}T12:00:00`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

/**
 * When a day begins by the clock of this computer, or one some days later, as ISO 8601 UTC.
 * @param day as `2026-03-01`
 */
export function midnight(day: string, daysLater = 0): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const moment = new Date(0, 0);
  // By itself the constructor takes the year 20 for 1920.
  moment.setFullYear(year, month - 1, date + daysLater);
  return moment.toISOString();
}
