import type { CatalogProblem } from '../../model/catalog-file.ts';
import { filterSigns } from '../filter-signs.ts';
import { problemAt } from './problem.ts';
import type { CatalogFile } from './schema.ts';

/** How many a file may have, so that a round keeps within its limits. */
const most = {
  services: 60,
  targets: 20,
  urls: 8,
  onByDefault: 12,
  sites: 30,
  ofCountry: 12,
} as const;

type Least = [field: string, found: number, least: number, which: string];
type Most = [field: string, found: number, most: number];

/** What is wrong with the number of entries in the lists of a file. */
export function problemsOfLists(file: CatalogFile): CatalogProblem[] {
  return [...tooFew(file), ...tooMany(file)];
}

function tooFew(file: CatalogFile): CatalogProblem[] {
  const { services, controls, witnesses, transferControls, callControls, resolvers } = file;
  const pulse = controls.filter((one) => one.pulse);
  const signs = Object.values(filterSigns);
  const needed: Least[] = [
    ['services', services.filter((one) => one.enabledByDefault).length, 1, 'enabledByDefault'],
    ['controls', operatorsOf(inGroup(pulse, 'foreign')), 2, 'foreign, pulse, operators'],
    ['controls', inGroup(pulse, 'portal').length, 1, 'portal, pulse'],
    ['controls', inGroup(controls, 'dns').length, 1, 'dns'],
    [
      'controls',
      controls.filter(({ id }) => signs.some((sign) => sign === id)).length,
      2,
      signs.join(', '),
    ],
    ['witnesses', operatorsOf(inGroup(witnesses, 'foreign')), 5, 'foreign, operators'],
    ['transferControls', new Set(transferControls.map(({ kind }) => kind)).size, 2, 'kinds'],
    ['callControls', operatorsOf(inGroup(callControls, 'calls-foreign')), 2, 'operators'],
    ['resolvers', resolvers.filter(({ national }) => !national).length, 2, 'not national'],
    ...file.countries.flatMap((country, index): Least[] => [
      [`countries.${index}.controls`, operatorsOf(country.controls), 2, 'operators'],
      [
        `countries.${index}.controls`,
        country.controls.filter((one) => one.pulse).length,
        1,
        'pulse',
      ],
      [
        `countries.${index}.resolvers`,
        country.resolvers?.length ?? 0,
        (country.canaries ?? []).length > 0 ? 1 : 0,
        'canaries',
      ],
    ]),
  ];
  return needed.flatMap(([field, found, least, which]) =>
    found >= least ? [] : [problemAt(field, 'enough', { found, detail: `${which} ≥ ${least}` })],
  );
}

function tooMany(file: CatalogFile): CatalogProblem[] {
  const { services, countries } = file;
  const sites = ['controls', 'witnesses', 'transferControls', 'callControls', 'resolvers'] as const;
  const ofCountry = ['controls', 'controlsByAddress', 'callControls', 'resolvers'] as const;
  const limited: Most[] = [
    ['services', services.length, most.services],
    ['services', services.filter((one) => one.enabledByDefault).length, most.onByDefault],
    ...services.flatMap(({ targets }, s): Most[] => [
      [`services.${s}.targets`, targets.length, most.targets],
      ...targets.map(
        ({ urls }, t): Most => [`services.${s}.targets.${t}.urls`, urls.length, most.urls],
      ),
    ]),
    ...sites.map((list): Most => [list, file[list].length, most.sites]),
    ...countries.flatMap((one, index) =>
      ofCountry.map(
        (list): Most => [`countries.${index}.${list}`, (one[list] ?? []).length, most.ofCountry],
      ),
    ),
  ];
  return limited.flatMap(([field, found, limit]) =>
    found <= limit ? [] : [problemAt(field, 'few', { found, detail: `≤ ${limit}` })],
  );
}

function inGroup<One extends { group: string }>(all: readonly One[], group: string): One[] {
  return all.filter((one) => one.group === group);
}

function operatorsOf(all: readonly { operator: string }[]): number {
  return new Set(all.map(({ operator }) => operator)).size;
}
