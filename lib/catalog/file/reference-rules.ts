import type { CatalogProblem } from '../../model/catalog-file.ts';
import { hostOf } from '../host-of.ts';
import type { Catalog } from '../schema.ts';
import { problemAt } from './problem.ts';
import type { CatalogFile } from './schema.ts';

/** What is wrong where one entry of a file names or meets another. @param builtIn all that is built in */
export function problemsOfReferences(file: CatalogFile, builtIn: Catalog): CatalogProblem[] {
  return [...repeatedIds(file), ...unknownNames(file), ...sharedHosts(file, builtIn)];
}

type Entry = [field: string, value: string];

function repeatedIds(file: CatalogFile): CatalogProblem[] {
  const { services, controls, witnesses, transferControls, callControls, countries } = file;
  const sites: Entry[] = Object.entries({
    controls,
    witnesses,
    transferControls,
    callControls,
  }).flatMap(([list, entries]) => idsOf(list, entries));
  const ofCountries = countries.flatMap((one, index) =>
    (['controls', 'controlsByAddress', 'callControls'] as const).flatMap((list) =>
      idsOf(`countries.${index}.${list}`, one[list] ?? []),
    ),
  );
  const resolvers = countries.flatMap((one, index) =>
    idsOf(`countries.${index}.resolvers`, one.resolvers ?? []),
  );
  return [
    ...repeated(idsOf('services', services)),
    ...repeated(
      services.flatMap(({ targets }, index) => idsOf(`services.${index}.targets`, targets)),
    ),
    ...repeated([...sites, ...ofCountries]),
    ...repeated([...idsOf('resolvers', file.resolvers), ...resolvers]),
    ...repeated(countries.map(({ country }, index) => [`countries.${index}.country`, country])),
  ];
}

function idsOf(list: string, entries: readonly { id: string }[]): Entry[] {
  return entries.map(({ id }, index) => [`${list}.${index}.id`, id]);
}

function repeated(entries: readonly Entry[]): CatalogProblem[] {
  const values = entries.map(([, value]) => value);
  return entries
    .filter(([, value], index) => values.indexOf(value) !== index)
    .map(([field, found]) => problemAt(field, 'once', { found }));
}

function unknownNames({ services, countries }: CatalogFile): CatalogProblem[] {
  const ids = services.map(({ id }) => id);
  const hosts = services
    .filter(({ enabledByDefault }) => enabledByDefault)
    .flatMap(({ targets }) => targets.map(hostOf));
  return countries.flatMap((one, index) => [
    ...(['callLimits', 'services'] as const).flatMap((list) =>
      (one[list] ?? []).flatMap(({ service }, place) =>
        ids.includes(service)
          ? []
          : [problemAt(`countries.${index}.${list}.${place}.service`, 'known', { found: service })],
      ),
    ),
    ...(one.canaries ?? []).flatMap(({ name }, place) =>
      hosts.includes(name)
        ? []
        : [problemAt(`countries.${index}.canaries.${place}.name`, 'known', { found: name })],
    ),
  ]);
}

/** A control on a host of a service would vouch for itself, and a site of the route is asked while traffic may take a detour. */
function sharedHosts(file: CatalogFile, builtIn: Catalog): CatalogProblem[] {
  const { services, controls, witnesses, countries } = file;
  const ofServices = services.flatMap(({ targets }) => targets.flatMap(({ urls }) => urls));
  const ofRoute = [...builtIn.echoes, ...builtIn.blockedCanaries, ...builtIn.homeOnlySites];
  const taken = new Set(ofServices.map(hostIn));
  const takenByRoute = new Set(ofRoute.map(({ url }) => hostIn(url)));
  return [
    ...shared('controls', controls, taken),
    ...shared('witnesses', witnesses, new Set([...taken, ...takenByRoute])),
    ...countries.flatMap((one, index) =>
      shared(`countries.${index}.controls`, one.controls, taken),
    ),
  ];
}

function shared(
  list: string,
  entries: readonly { url: string }[],
  taken: ReadonlySet<string>,
): CatalogProblem[] {
  return entries.flatMap(({ url }, index) =>
    taken.has(hostIn(url)) ? [problemAt(`${list}.${index}.url`, 'apart', { found: url })] : [],
  );
}

function hostIn(url: string): string {
  return new URL(url).hostname;
}
