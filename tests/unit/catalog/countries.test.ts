import { readdirSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { blockPages, stubAddresses } from '../../../lib/catalog/block-pages.ts';
import { countries } from '../../../lib/catalog/countries/index.ts';
import { CountrySchema } from '../../../lib/catalog/country-schema.ts';
import { isDomestic } from '../../../lib/catalog/domestic.ts';
import { catalogFor, services, wholeCatalog, world } from '../../../lib/catalog/index.ts';
import { CatalogSchema } from '../../../lib/catalog/schema.ts';
import { countryZones } from '../../../lib/routing/country-zones.ts';

const files = readdirSync('lib/catalog/countries').filter((file) => file !== 'index.ts');

/** Sites for which asking may be held against a person there. */
const risky = /svaboda|charter97|amnesty|fergana|kloop|eltuz|ozodlik|azadliq|gununsesi|myanmar-now/;

/** Public checkers that people run there ask these, and lists of people who were refused name the last two. */
const askedInRussia = [
  'ya',
  'mail',
  'facebook',
  'linkedin',
  'rutracker',
  'x',
  'gosuslugi',
  'pochta',
];

describe('countries', () => {
  it('are one file each, and all of them are listed', () => {
    expect(countries.map(({ country }) => `${country}.ts`)).toEqual(files.toSorted());
  });

  it('are those whose filters are known best', () => {
    const known = 'RU BY KZ UZ TM IR TR PK CN MM VE AE UA'.split(' ');

    expect(countries.map(({ country }) => country)).toEqual(expect.arrayContaining(known));
  });
});

describe.each(countries)('$country', (known) => {
  const catalog = catalogFor(known.country);

  it('matches its schema, and so does the catalog of a person at home there', () => {
    expect(v.safeParse(CountrySchema, known).issues).toBeUndefined();
    expect(v.safeParse(CatalogSchema, catalog).issues).toBeUndefined();
  });

  it('adds its own entries to those of the world', () => {
    const own = catalog.controls.filter(({ group }) => group === 'domestic');

    expect(own.map(({ id }) => id)).toEqual(known.controls.map(({ id }) => id));
    const atHome = catalog.controls.filter((one) => one.atHome === true);
    expect(atHome.map(({ id }) => id)).toEqual((known.controlsByAddress ?? []).map(({ id }) => id));
    expect(atHome.every(({ group, inReserve }) => group === 'dns' && inReserve === true)).toBe(
      true,
    );
    expect(catalog.controls.length).toBe(world.controls.length + own.length + atHome.length);
    expect(catalog.home.country).toBe(known.country);
  });

  it('has controls of several operators, one of which every round asks', () => {
    expect(new Set(known.controls.map(({ operator }) => operator)).size).toBeGreaterThan(1);
    expect(known.controls.filter(({ pulse }) => pulse === true)).toHaveLength(1);
  });

  it('limits the calls of services that are known, for people at home there alone', () => {
    const limited = (known.callLimits ?? []).map(({ service }) => service);
    const ids = services.map(({ id }) => id);

    expect(limited.filter((id) => !ids.includes(id))).toEqual([]);
    expect(catalog.home.limitedCalls).toEqual(limited);
    expect(wholeCatalog.home.limitedCalls).toEqual([]);
  });

  it('says of services that are known whether they are on there, where that is not so elsewhere', () => {
    const differing = (known.services ?? []).filter(
      ({ service, on }) => services.find(({ id }) => id === service)?.enabledByDefault === !on,
    );

    expect(differing).toEqual(known.services ?? []);
  });

  it('takes for more than candidates only sites that a source was seen to ask', () => {
    const { controls, controlsByAddress = [], blockedCanaries = [], homeOnlySites = [] } = known;
    const asked = [...controls, ...controlsByAddress, ...blockedCanaries, ...homeOnlySites];
    const proven = asked.filter(({ candidate }) => candidate !== true);

    expect(proven.filter(({ confidence }) => confidence !== 'seen')).toEqual([]);
    expect(proven.map(({ id }) => id)).toEqual(known.country === 'RU' ? askedInRussia : []);
  });

  it('has several canaries or none, as one alone shows nothing', () => {
    expect(known.blockedCanaries?.length ?? 2).toBeGreaterThan(1);
  });

  it('has no canary that may be held against a person', () => {
    const asked = [...(known.blockedCanaries ?? []), ...(known.homeOnlySites ?? [])];

    expect(asked.filter(({ url }) => risky.test(url))).toEqual([]);
  });

  it('has cities that name time zones of its own', () => {
    const zones = countryZones[known.country]?.split(' ') ?? [];

    expect(zones).not.toEqual([]);
    expect((known.cities ?? []).filter(({ zone }) => !zones.includes(zone))).toEqual([]);
  });

  it('has canaries only with a resolver that withholds them', () => {
    expect((known.canaries ?? []).length === 0 || (known.resolvers ?? []).length > 0).toBe(true);
  });
});

describe.each([null, 'DE'])('a home without data: %s', (country) => {
  const catalog = catalogFor(country);

  it('has nothing of any country', () => {
    expect(catalog.controls.filter(({ group }) => group === 'domestic')).toEqual([]);
    expect(catalog.callControls.filter(({ group }) => group === 'calls-domestic')).toEqual([]);
    expect(catalog.resolvers.filter(({ national }) => national)).toEqual([]);
    expect(catalog.echoes.filter(({ group }) => group === 'domestic')).toEqual([]);
    expect([
      ...catalog.canaries,
      ...catalog.blockedCanaries,
      ...catalog.homeOnlySites,
      ...catalog.home.cities,
    ]).toEqual([]);
    expect(catalog.home).toMatchObject({ country, languages: [] });
  });

  it('has the services of the world', () => {
    expect(catalog.services).toEqual(world.services);
  });
});

describe('a service', () => {
  it.each([
    ['RU', 'RU', true],
    ['RU', 'UA', false],
    ['US', 'UA', false],
    ['AE', 'AE', true],
    // It may be Russia, whose platforms look where their callers come from.
    ['RU', null, true],
    ['AE', null, false],
    // Of these countries there are no data.
    ['US', 'US', false],
    ['DE', 'DE', false],
  ])(
    'of an operator in %s is domestic to a home in %s: %s',
    (operatorCountry, country, expected) => {
      expect(isDomestic({ operatorCountry }, catalogFor(country).home)).toBe(expected);
    },
  );

  it.each([
    ['RU', ['max', 'vk', 'vk-teams']],
    ['AE', ['botim']],
    ['US', []],
  ])('is domestic to a home in %s: %j', (country, expected) => {
    const { home, services: known } = catalogFor(country);

    expect(known.filter((one) => isDomestic(one, home)).map(({ id }) => id)).toEqual(expected);
  });
});

describe('block pages', () => {
  it('are known in every country, since a person may be anywhere', () => {
    expect(blockPages.hosts).toEqual(expect.arrayContaining(['warning.rt.ru', '10.10.34.35']));
    expect(blockPages.bodies.length).toBeGreaterThan(10);
    expect(stubAddresses).toMatchObject({ 'stub-tr': ['195.175.254.2'] });
  });

  it('have texts of one kind alone: no host twice, no text within another', () => {
    const { bodies, hosts } = blockPages;
    const within = bodies.filter((one) =>
      bodies.some((other) => other !== one && one.includes(other)),
    );

    expect(new Set(hosts).size).toBe(hosts.length);
    expect(within).toEqual(['TTK :: Доступ к ресурсу ограничен']);
  });
});
