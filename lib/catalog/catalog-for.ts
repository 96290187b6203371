import type { CountryData } from './country-schema.ts';
import type { Provenance } from './provenance.ts';
import type { CallControl, Catalog, Control, Echo, Resolver } from './schema.ts';

/** The lists that belong to no country. */
export type World = Omit<Catalog, 'home' | 'canaries' | 'blockedCanaries' | 'homeOnlySites'>;

/** All that is known, of the world and of single countries. */
export interface CatalogData {
  world: World;
  countries: readonly CountryData[];
}

/**
 * What rounds may probe for a person at home in a country. Without data on it, or where it is unknown, nothing
 * inside a country is among that.
 * @param country ISO 3166-1 alpha-2
 */
export function catalogAtHome({ world, countries }: CatalogData, country: string | null): Catalog {
  const known = countries.find((one) => one.country === country);
  return withCountries(world, homeOf(country, known), known === undefined ? [] : [known]);
}

/** What rounds may probe in any country. */
export function catalogOfAll({ world, countries }: CatalogData): Catalog {
  return withCountries(world, homeOf(null, undefined), countries);
}

/** The world's lists, together with those of some countries. */
function withCountries(
  world: World,
  home: Catalog['home'],
  known: readonly CountryData[],
): Catalog {
  return {
    ...world,
    home,
    controls: [
      ...world.controls,
      ...known.flatMap(controlsOf),
      ...known.flatMap(controlsByAddressOf),
    ],
    callControls: [...world.callControls, ...known.flatMap(callControlsOf)],
    resolvers: [...world.resolvers, ...known.flatMap(resolversOf)],
    echoes: [...world.echoes, ...known.flatMap(echoesOf)],
    canaries: known.flatMap(({ canaries = [] }) => canaries.map(withoutSource)),
    blockedCanaries: known.flatMap(({ blockedCanaries = [] }) =>
      blockedCanaries.map(withoutSource),
    ),
    homeOnlySites: known.flatMap(({ homeOnlySites = [] }) => homeOnlySites.map(withoutSource)),
  };
}

/** Of a country without data the code alone is known. */
function homeOf(country: string | null, known: CountryData | undefined): Catalog['home'] {
  return {
    country,
    languages: known?.languages ?? [],
    cities: known?.cities ?? [],
    limitedCalls: (known?.callLimits ?? []).map(({ service }) => service),
  };
}

function controlsOf({ controls }: CountryData): Control[] {
  return controls.map((control) => ({
    ...withoutSource(control),
    group: 'domestic',
    method: 'HEAD',
    pulse: control.pulse === true,
  }));
}

function controlsByAddressOf({ controlsByAddress = [] }: CountryData): Control[] {
  return controlsByAddress.map((control) => ({
    ...withoutSource(control),
    group: 'dns',
    method: 'HEAD',
    pulse: false,
    inReserve: true,
    atHome: true,
  }));
}

function callControlsOf({ callControls = [] }: CountryData): CallControl[] {
  return callControls.map((control) => ({ ...withoutSource(control), group: 'calls-domestic' }));
}

function resolversOf({ resolvers = [] }: CountryData): Resolver[] {
  return resolvers.map((resolver) => ({ ...withoutSource(resolver), national: true }));
}

function echoesOf({ echoes = [] }: CountryData): Echo[] {
  return echoes.map((echo) => ({ ...withoutSource(echo), group: 'domestic' }));
}

/** Where an entry comes from is for readers of the code. */
function withoutSource<Entry extends Provenance>(entry: Entry): Omit<Entry, keyof Provenance> {
  const { source: _source, confidence: _confidence, reviewed: _day, note: _note, ...rest } = entry;
  return rest;
}
