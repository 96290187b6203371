import { countries } from '../../lib/routing/countries.ts';

/** Missing from TypeScript's library so far. */
interface WithZones {
  getTimeZones(): string[] | undefined;
}

const heading = `/**
 * IANA time zones by country, ISO 3166-1 alpha-2, with a space between two. Written by \`npm run zones\`
 * from what \`Intl\` knows in the Node of package.json: change that version, not this file.
 */
export const countryZones: Readonly<Record<string, string>> = {`;

/** The text of lib/routing/country-zones.ts; countries without a zone are left out. */
export function renderCountryZones(): string {
  const lines = countries.flatMap((country) => {
    const zones = zonesOf(country);
    return zones.length === 0 ? [] : [`  ${country}: '${zones.join(' ')}',`];
  });
  return [heading, ...lines, '};', ''].join('\n');
}

function zonesOf(country: string): string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & WithZones;
  return locale.getTimeZones() ?? [];
}
