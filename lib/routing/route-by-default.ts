/**
 * The time zones, by each of their names, of countries that punish or watch the use of a VPN, as their data tell
 * (`routeOff` in `lib/catalog/countries`). Pages know neither these data nor all zones of the world.
 */
const zones: Readonly<Record<string, readonly string[]>> = {
  AE: ['Asia/Dubai'],
  IR: ['Asia/Tehran', 'Iran'],
  MM: ['Asia/Rangoon', 'Asia/Yangon'],
  TM: ['Asia/Ashgabat', 'Asia/Ashkhabad'],
};

/**
 * Whether the route is looked at where the person has not decided: what a look finds may be held against them in some
 * countries.
 * @param statedHome ISO 3166-1 alpha-2; null where the person stated none
 * @param timeZone the clock's, an IANA name
 */
export function isRouteOnByDefault(statedHome: string | null, timeZone: string | null): boolean {
  if (statedHome !== null) return !(statedHome in zones);
  return !Object.values(zones).some((names) => timeZone !== null && names.includes(timeZone));
}

/**
 * The zone that decides, of those in which the clock may be: Windows has one for Tashkent and Ashgabat, and browsers
 * there name it after the first where the computer's region is neither country.
 * @param timeZone the clock's, an IANA name
 */
export function strictestZone(timeZone: string, userAgent: string): string {
  return timeZone === 'Asia/Tashkent' && userAgent.includes('Windows') ? 'Asia/Ashgabat' : timeZone;
}
