/** A day as `2026-03-01`, by the clock of this computer. What the popup shares with a later script is one more script. */
export function dayOf(moment: Date): string {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
