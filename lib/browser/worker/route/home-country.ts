import { homeCountryOf } from '../../../routing/home-country.ts';
import { timeZoneNow } from '../../time-zone.ts';
import { readRoutingSettings } from '../stored/routing-settings.ts';

/** The person's home country, ISO 3166-1 alpha-2; null where neither they nor the clock tell. */
export async function readHomeCountry(): Promise<string | null> {
  return homeCountryOf((await readRoutingSettings()).homeCountry, timeZoneNow());
}
