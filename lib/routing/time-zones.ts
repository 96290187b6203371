import { countryZones } from './country-zones.ts';

/**
 * Where the clock is set to, as seen from the exit: `there` in the exit's country, `elsewhere` at
 * home or at another time of day. Null where neither is plain: a neighbour's zone keeps the same time.
 */
export function clockAgainst(
  timeZone: string,
  { exit, home, at }: { exit: string; home: string; at: Date },
): 'there' | 'elsewhere' | null {
  const zone = canonical(timeZone);
  // UTC is what servers, and browsers that resist fingerprinting, say.
  if (zone === null || !zone.includes('/') || zone.startsWith('Etc/')) return null;
  const there = zonesOf(exit);
  if (there.length === 0) return null;
  if (there.includes(zone)) return 'there';
  if (zonesOf(home).includes(zone)) return 'elsewhere';
  const offset = offsetOf(zone, at);
  return there.some((one) => offsetOf(one, at) === offset) ? null : 'elsewhere';
}

/** As the browser names them. Empty where the table does not know the country. */
function zonesOf(country: string): string[] {
  const zones = countryZones[country]?.split(' ') ?? [];
  return zones.flatMap((zone) => canonical(zone) ?? []);
}

/** One name for zones that have several (Europe/Kyiv, Europe/Kiev); null for none at all. */
function canonical(timeZone: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** As `GMT+03:00`. */
function offsetOf(timeZone: string, at: Date): string | undefined {
  return new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
}
