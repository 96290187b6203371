import type { CatalogData } from '../catalog-for.ts';
import type { CountryData } from '../country-schema.ts';
import type { CatalogFile } from './schema.ts';

/** The data of a file, with what it leaves out as it is built in. */
export function dataOfFile(
  { schema: _schema, reviewed: _reviewed, countries, ...lists }: CatalogFile,
  builtIn: CatalogData,
): CatalogData {
  const codes = new Set(countries.map(({ country }) => country));
  const others = builtIn.countries.filter(({ country }) => !codes.has(country));
  return {
    world: { ...builtIn.world, ...lists },
    countries: [...countries.map((one) => withBuiltIn(one, builtIn.countries)), ...others],
  };
}

function withBuiltIn(
  one: CatalogFile['countries'][number],
  known: readonly CountryData[],
): CountryData {
  return { ...known.find(({ country }) => country === one.country), ...one };
}

/** The file of a catalogue: what people start from who write a newer one. */
export function fileOfData({ world, countries }: CatalogData, reviewed: string): CatalogFile {
  const { echoes: _echoes, networks: _networks, colos: _colos, version, ...lists } = world;
  return {
    schema: 'dozvon.catalog/1',
    version,
    reviewed,
    ...lists,
    countries: countries.map(
      ({
        blockedCanaries: _blocked,
        homeOnlySites: _homeOnly,
        echoes: _domesticEchoes,
        blockPages: _pages,
        routeOff: _routeOff,
        ...rest
      }) => rest,
    ),
  };
}
