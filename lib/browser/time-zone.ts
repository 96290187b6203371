import { strictestZone } from '../routing/route-by-default.ts';

/** The clock's time zone, by its IANA name. */
export function timeZoneNow(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The same, or the zone of a stricter country in which the clock may be as well. */
export function strictestZoneNow(): string {
  return strictestZone(timeZoneNow(), navigator.userAgent);
}
