import { zonesByArea } from './zones-by-area.ts';

/** IANA time zones by country, ISO 3166-1 alpha-2, with a space between two. */
export const countryZones: Readonly<Record<string, string>> = readTable();

/** In the order of the countries, whatever the areas: a zone with several names is the first country's. */
function readTable(): Record<string, string> {
  const zones = zonesByArea.split('\n').flatMap((line) => {
    const [area, countries = ''] = line.split(':');
    return countries.split(',').map((one) => {
      const names = one.slice(2).split(' ');
      return [one.slice(0, 2), names.map((name) => `${area}/${name}`).join(' ')] as const;
    });
  });
  const table: Record<string, string> = {};
  for (const [country, names] of zones.toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    table[country] = table[country] === undefined ? names : `${table[country]} ${names}`;
  }
  return table;
}
