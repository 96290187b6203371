import { globSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { countries } from '../../../lib/catalog/countries/index.ts';
import { filterPages } from '../../../lib/catalog/filter-pages.ts';
import { services, world } from '../../../lib/catalog/index.ts';
import { ReviewedSchema, type Sources, SourcesSchema } from '../../../lib/catalog/provenance.ts';
import { listSources, targetSources } from '../../../lib/catalog/sources.ts';

const idsOfLists = {
  controls: world.controls.map(({ id }) => id),
  witnesses: world.witnesses.map(({ id }) => id),
  transferControls: world.transferControls.map(({ id }) => id),
  callControls: world.callControls.map(({ id }) => id),
  resolvers: world.resolvers.map(({ id }) => id),
  echoes: world.echoes.map(({ id }) => id),
  networks: world.networks.map(({ asn }) => String(asn)),
  colos: world.colos.map(({ code }) => code),
  cities: countries.flatMap(({ cities = [] }) => cities.map(({ zone }) => zone)),
  domains: services.flatMap(({ id, domains }) => (domains === undefined ? [] : [id])),
  filterPages: [...filterPages.locations, ...filterPages.bodies],
} satisfies Record<keyof typeof listSources, string[]>;

const targetsOf = (id: string) => services.find((service) => service.id === id)?.targets ?? [];

const lists: [name: string, sources: Sources, ids: string[]][] = [
  ...Object.entries(targetSources).map(([id, sources]): [string, Sources, string[]] => [
    id,
    sources,
    targetsOf(id).map((one) => one.id),
  ]),
  ...Object.entries(idsOfLists).map(([name, ids]): [string, Sources, string[]] => [
    name,
    listSources[name as keyof typeof listSources],
    ids,
  ]),
];

describe('the sources of the catalog', () => {
  it('cover exactly the services of the catalog', () => {
    expect(Object.keys(targetSources)).toEqual(services.map(({ id }) => id));
  });

  it.each(lists)('match their schema: %s', (_name, sources) => {
    expect(v.safeParse(SourcesSchema, sources).issues).toBeUndefined();
  });

  it.each(lists)('cover exactly the entries of their list: %s', (_name, sources, ids) => {
    expect(ids).not.toEqual([]);
    if ('byId' in sources) expect(Object.keys(sources.byId).toSorted()).toEqual(ids.toSorted());
  });

  it.each([{ byId: { some: { source: '', confidence: 'seen' } } }, { shared: {} }, {}])(
    'are rejected without a name: %j',
    (sources) => {
      expect(v.is(SourcesSchema, sources)).toBe(false);
    },
  );

  it('are not imported by the product', () => {
    const files = globSync('{components,entrypoints,lib,locales}/**/*.{ts,tsx}');
    const naming = files.filter((file) => /[./]sources\.ts'/.test(readFileSync(file, 'utf8')));

    expect(files.length).toBeGreaterThan(100);
    expect(naming).toEqual(['lib/catalog/sources.ts']);
  });
});

describe.each(countries)('the entries of $country', (known) => {
  const { country: _code, languages: _languages, cities: _cities, routeOff, ...ownLists } = known;
  const entries: [path: string, entry: object][] = [
    ...(routeOff ? [['routeOff', routeOff] satisfies [string, object]] : []),
    ...Object.entries(ownLists).flatMap(([list, ones]) =>
      (ones ?? []).map((one, at): [string, object] => [`${list}.${at}`, one]),
    ),
  ];

  it.each(entries)('name their source and the day of their review: %s', (_path, entry) => {
    const { entries: fields } = ReviewedSchema;
    const own = Object.entries(entry).filter(([key]) => key in fields);

    expect(v.safeParse(ReviewedSchema, Object.fromEntries(own)).issues).toBeUndefined();
  });
});

describe('a WebSocket of a required role', () => {
  const required = services.flatMap((service) => {
    const roles = service.roles.filter((one) => one.required).map(({ role }) => role);
    return service.targets
      .filter(({ kind, role }) => kind === 'websocket' && roles.includes(role))
      .map(({ id }) => [id, targetSources[service.id]] as const);
  });

  it.each(required)('has a source that shows it: %s', (id, sources) => {
    expect(sources).toMatchObject({ byId: { [id]: { confidence: 'seen' } } });
  });
});
