import { countryZones } from './country-zones.ts';
import { canonicalZone, zoneOfPlace } from './time-zones.ts';

/**
 * The person's home country, ISO 3166-1 alpha-2: the one they stated, else that of the clock's time zone. Null
 * where neither tells. The language never does: it is spoken in many countries.
 * @param timeZone IANA name; null where the browser reports none
 */
export function homeCountryOf(statedHome: string | null, timeZone: string | null): string | null {
  return statedHome ?? (timeZone === null ? null : countryOfZone(timeZone));
}

/** The zones that were looked for, mostly the clock's: a round asks several times, and to compare names takes long. */
const found = new Map<string, string | null>();

/** Null for a zone of no country, such as UTC. */
function countryOfZone(timeZone: string): string | null {
  const known = found.get(timeZone);
  if (known !== undefined) return known;
  const country = findCountry(timeZone, zoneOfPlace(timeZone));
  found.set(timeZone, country);
  return country;
}

/** A browser may call the zone by a newer or an older name than the table does, and itself by another than the clock. */
function findCountry(timeZone: string, canonical: string | null): string | null {
  if (canonical === null) return null;
  const asTable = (zone: string) => zone;
  return (
    find(timeZone, asTable) ?? find(canonical, asTable) ?? find(canonical, canonicalZone) ?? null
  );
}

function find(wanted: string, nameOf: (zone: string) => string | null): string | undefined {
  return Object.entries(countryZones).find(([, zones]) =>
    zones.split(' ').some((zone) => nameOf(zone) === wanted),
  )?.[0];
}
