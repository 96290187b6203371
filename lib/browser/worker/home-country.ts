import { homeCountryOf } from '../../routing/home-country.ts';
import { readRoutingSettings } from '../settings.ts';

/** The clock's time zone, by its IANA name. */
export function timeZoneNow(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The person's home country, ISO 3166-1 alpha-2; null where neither they nor the clock tell. */
export async function readHomeCountry(): Promise<string | null> {
  return homeCountryOf((await readRoutingSettings()).homeCountry, timeZoneNow());
}
