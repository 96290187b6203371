import { countries } from '../../lib/routing/countries.ts';

/** Missing from TypeScript's library so far. */
interface WithZones {
  getTimeZones(): string[] | undefined;
}

const heading = `/**
 * IANA time zones by area, a line each, which is much smaller than by country: of each country (ISO 3166-1 alpha-2) the
 * rest of the names after its code, with a space between two. Written by \`npm run zones\` from what \`Intl\` knows in the Node of
 * package.json: change that version, not this file.
 */
export const zonesByArea = \``;

/** The text of lib/routing/zones-by-area.ts; countries without a zone are left out. */
export function renderZones(): string {
  const zones = countries.flatMap((country) =>
    zonesOf(country).map((zone) => ({ country, ...partsOf(zone) })),
  );
  const lines = Object.entries(Object.groupBy(zones, ({ area }) => area)).map(
    ([area, all = []]) => {
      const byCountry = Object.entries(Object.groupBy(all, ({ country }) => country));
      const listed = byCountry.map(
        ([country, some = []]) => `${country}${some.map(({ name }) => name).join(' ')}`,
      );
      return `${area}:${listed.join(',')}`;
    },
  );
  return `${heading}${lines.join('\n')}\`;\n`;
}

function partsOf(zone: string): { area: string; name: string } {
  const [area = '', ...rest] = zone.split('/');
  return { area, name: rest.join('/') };
}

function zonesOf(country: string): string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & WithZones;
  return locale.getTimeZones() ?? [];
}
