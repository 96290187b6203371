import { globSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { countries } from '../../../lib/catalog/countries/index.ts';
import { filterPages } from '../../../lib/catalog/filter-pages.ts';
import { services, world } from '../../../lib/catalog/index.ts';
import { ReviewedSchema, type Sources, SourcesSchema } from '../../../lib/catalog/provenance.ts';
import type { Target } from '../../../lib/catalog/schema.ts';
import { listSources, targetSources } from '../../../lib/catalog/sources.ts';
import { isTransfer } from '../../../lib/catalog/target-kinds.ts';

const SourcedSchema = v.object({ source: v.string() });

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
  filterPages: [...filterPages.locations, ...filterPages.bodies, ...filterPages.ofResolvers],
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

const textsOf = (sources: Sources) =>
  'byId' in sources
    ? Object.values(sources.byId).flatMap(({ source, answers }) =>
        answers === undefined ? [source] : [source, answers],
      )
    : [sources.shared.source];

const textsOfCountries = countries.flatMap((known) =>
  Object.values(known)
    .flatMap((of): unknown[] => (Array.isArray(of) ? of : [of]))
    .flatMap((entry) => (v.is(SourcedSchema, entry) ? [entry.source] : [])),
);

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

  it('name a repository, a page or a rule that a reader can look up', () => {
    const texts = [...lists.flatMap(([, sources]) => textsOf(sources)), ...textsOfCountries];

    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter((text) => /public code|excerpt/i.test(text))).toEqual([]);
  });

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

describe('a vote', () => {
  const sourceOf = (id: string) => {
    const sources = targetSources[id.split('/')[0] ?? ''];
    return sources && 'byId' in sources ? sources.byId[id] : undefined;
  };
  const answers = ({ id }: Target) =>
    sourceOf(id)?.confidence === 'seen' && sourceOf(id)?.answers !== undefined;
  const voting = services.flatMap(({ targets }) => targets).filter(({ votes }) => votes);
  const requests = voting.filter((target) => !isTransfer(target));
  const transfers = voting.filter(isTransfer);

  it.each(requests.map((one) => [one.id, one] as const))(
    'takes a source that shows that everybody gets an answer: %s',
    (_id, target) => {
      expect(answers(target)).toBe(true);
    },
  );

  it.each(transfers.map((one) => [one.id, one] as const))(
    'of a transfer takes a source on it, or on a request to the same place that votes: %s',
    (_id, target) => {
      const [url] = target.urls;
      const alike = requests.filter((other) => other.urls[0] === url);

      expect([target, ...alike].some(answers)).toBe(true);
    },
  );

  it('has every target of which a source shows an answer, and no other', () => {
    const shown = Object.values(targetSources).flatMap((one) =>
      'byId' in one ? Object.entries(one.byId) : [],
    );
    const ids = shown.filter(([, { answers: text }]) => text !== undefined).map(([id]) => id);
    const votes = new Set(voting.map(({ id }) => id));

    expect(ids.filter((id) => !votes.has(id))).toEqual([]);
  });
});
