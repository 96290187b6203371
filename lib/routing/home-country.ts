import { countryZones } from './country-zones.ts';
import { canonicalZone, spoofedZone } from './time-zones.ts';

/**
 * The person's home country, ISO 3166-1 alpha-2: the one they stated, else that of the clock's time zone. Null
 * where neither tells. The language never does: it is spoken in many countries.
 * @param timeZone IANA name; null where the browser reports none
 */
export function homeCountryOf(statedHome: string | null, timeZone: string | null): string | null {
  return statedHome ?? (timeZone === null ? null : countryOfZone(timeZone));
}

/** Null for a zone of no country, such as UTC. */
function countryOfZone(timeZone: string): string | null {
  if (timeZone === spoofedZone) return null;
  // A browser may call the zone by a newer or an older name than the table does.
  return find(timeZone, (zone) => zone) ?? find(canonicalZone(timeZone), canonicalZone);
}

function find(wanted: string | null, nameOf: (zone: string) => string | null): string | null {
  if (wanted === null) return null;
  const found = Object.entries(countryZones).find(([, zones]) =>
    zones.split(' ').some((zone) => nameOf(zone) === wanted),
  );
  return found?.[0] ?? null;
}
