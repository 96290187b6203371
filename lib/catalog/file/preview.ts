import type { CatalogChange, CatalogPreview } from '../../model/catalog-file.ts';
import { controlsAndCalls } from '../all-controls.ts';
import { type CatalogData, catalogOfAll } from '../catalog-for.ts';
import type { Catalog } from '../schema.ts';

/** What changes from one catalogue to another, and which hosts are asked with the second alone. */
export function compareCatalogs(
  before: CatalogData,
  after: CatalogData,
): Pick<CatalogPreview, 'changes' | 'hosts'> {
  const lists = [listsOf(before), listsOf(after)] as const;
  const names = ['services', 'targets', 'controls', 'countries'] as const;
  const changes = names
    .map((list) => ({ list, ...compare(lists[0][list], lists[1][list]) }))
    .filter(({ added, changed, removed }) => added.length + changed.length + removed.length > 0);
  const known = new Set(hostsOf(catalogOfAll(before)));
  const hosts = [...new Set(hostsOf(catalogOfAll(after)))].filter((host) => !known.has(host));
  return { changes, hosts: hosts.toSorted() };
}

/** What an entry says, by the id by which it shows. */
type Entries = ReadonlyMap<string, string>;

/** A service without its targets, which are a list of their own. */
function listsOf(data: CatalogData): Record<CatalogChange['list'], Entries> {
  const catalog = catalogOfAll(data);
  const { services, resolvers } = catalog;
  return {
    services: new Map(services.map(({ targets: _targets, ...one }) => [one.name, textOf(one)])),
    targets: new Map(
      services.flatMap(({ targets }) => targets.map((one) => [one.id, textOf(one)])),
    ),
    controls: new Map(
      [...controlsAndCalls(catalog), ...resolvers].map((one) => [one.id, textOf(one)]),
    ),
    countries: new Map(data.countries.map((one) => [one.country, textOf(one)])),
  };
}

function compare(before: Entries, after: Entries): Omit<CatalogChange, 'list'> {
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    changed: [...after].flatMap(([id, text]) =>
      before.has(id) && before.get(id) !== text ? [id] : [],
    ),
    removed: [...before.keys()].filter((id) => !after.has(id)),
  };
}

/** The same for the same content, in whatever order its keys stand. */
function textOf(entry: unknown): string {
  return JSON.stringify(entry, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)),
        )
      : value,
  );
}

function hostsOf(catalog: Catalog): string[] {
  const urls = [
    ...catalog.services.flatMap(({ targets }) => targets.flatMap((target) => target.urls)),
    ...[...controlsAndCalls(catalog), ...catalog.resolvers].map(({ url }) => url),
  ];
  return urls.map((url) => new URL(url.replace(/^stun:/, 'https://')).hostname);
}
