/** The clock's time zone, by its IANA name. */
export function timeZoneNow(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
