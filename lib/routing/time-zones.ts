import { countryZones } from './country-zones.ts';
import { windowsZones } from './windows-zones.ts';

/** What Firefox reports wherever it is where it resists fingerprinting; it keeps UTC all year. */
const spoofedZone = 'Atlantic/Reykjavik';

/**
 * Compares the clock's time zone with the exit's country: `there` for a zone of that country, `elsewhere` for a
 * zone of home or one with another offset. Null where unclear: a neighbouring zone may keep the same time, and Windows
 * may name the zone after another country.
 */
export function clockAgainst(
  timeZone: string,
  { exit, home, at }: { exit: string; home: string | null; at: Date },
): 'there' | 'elsewhere' | null {
  const zone = zoneOfPlace(timeZone);
  if (zone === null) return null;
  const there = zonesOf(exit);
  if (there.length === 0) return null;
  if (there.includes(zone)) return 'there';
  const isOfHome = home !== null && zonesOf(home).includes(zone);
  if (isOfHome && !mayBeOnWindows(zone, exit)) return 'elsewhere';
  const offset = offsetOf(zone, at);
  return there.some((one) => offsetOf(one, at) === offset) ? null : 'elsewhere';
}

/** Whether a computer in the country may report the zone, as Windows has one for it and for the zone's own country. */
function mayBeOnWindows(zone: string, country: string): boolean {
  return Object.entries(windowsZones).some(
    ([name, others]) => others.split(' ').includes(country) && canonicalZone(name) === zone,
  );
}

/** As the browser names them. Empty where the table does not have the country. */
function zonesOf(country: string): string[] {
  const zones = countryZones[country]?.split(' ') ?? [];
  return zones.flatMap((zone) => canonicalZone(zone) ?? []);
}

/**
 * The one name of a zone that tells where a clock is. Null for UTC, which servers report, and browsers that resist
 * fingerprinting.
 */
export function zoneOfPlace(timeZone: string): string | null {
  const zone = timeZone === spoofedZone ? null : canonicalZone(timeZone);
  return zone?.includes('/') && !zone.startsWith('Etc/') ? zone : null;
}

/** One name for a zone with several (Europe/Kyiv, Europe/Kiev); null for an unknown zone. */
export function canonicalZone(timeZone: string): string | null {
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
