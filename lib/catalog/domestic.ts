import { countries } from './countries/index.ts';
import type { Catalog, Control, Service } from './schema.ts';

type Home = Pick<Catalog['home'], 'country'>;

/** Countries in which sites look where their callers come from. */
const watchful = countries.flatMap(({ country, homeOnlySites = [] }) =>
  homeOnlySites.length > 0 ? [country] : [],
);

/**
 * Whether a service's operator is in the person's home country and so under its law. Only countries of which there are
 * data count, as those that may look for detours; where the home is unknown, it may be any country in which sites look
 * where their callers come from.
 */
export function isDomestic(
  { operatorCountry }: Pick<Service, 'operatorCountry'>,
  home: Home & Pick<Catalog['home'], 'languages'>,
): boolean {
  // The languages of a home come with its data.
  const hasData = home.country === null || home.languages.length > 0;
  return hasData && mayBeHome(operatorCountry, home);
}

/** Whether a country is the person's home, or may be as far as is known. */
export function mayBeHome(country: string, home: Home): boolean {
  return home.country === null ? watchful.includes(country) : country === home.country;
}

/** Whether a control stands in the home country. */
export function isControlAtHome({ group, atHome }: Pick<Control, 'group' | 'atHome'>): boolean {
  return group === 'domestic' || atHome === true;
}
