import type { Bar } from '../model/bar.ts';
import type { Rollup, SummedState } from '../model/rollup.ts';
import type { ServiceChoice } from '../settings/wanted-services.ts';

/** Some services, and in how many of their checks they opened. */
export interface GroupShare {
  names: string[];
  /** Those with a verdict; one of two services counts twice. */
  checks: number;
  opened: number;
}

export interface HomeComparison {
  home: GroupShare;
  others: GroupShare;
}

/**
 * Services whose operator is in the person's home country, and the others; a person's own are in neither. Only times
 * count in which both kinds were checked over the same route, since over a detour nobody at home is asked. Null where
 * there are none.
 */
export function compareWithHome(
  bars: readonly Bar[],
  services: readonly ServiceChoice[],
): HomeComparison | null {
  const ofCatalog = services.filter(({ own }) => own === undefined);
  const home = emptyGroup(ofCatalog.filter(({ atHome }) => atHome === true));
  const others = emptyGroup(ofCatalog.filter(({ atHome }) => atHome !== true));
  for (const { rollups } of bars) {
    for (const one of new Set(rollups.map((rollup) => rollup.route))) {
      const alike = rollups.filter((rollup) => rollup.route === one);
      const groups = [home, others].map((group) => ({ group, found: checkedOf(group, alike) }));
      if (groups.some(({ found }) => found.length === 0)) continue;
      for (const { group, found } of groups) add(group, found);
    }
  }
  return home.checks === 0 ? null : { home: shareOf(home), others: shareOf(others) };
}

interface Group {
  services: readonly ServiceChoice[];
  seen: Set<string>;
  checks: number;
  opened: number;
}

function emptyGroup(services: readonly ServiceChoice[]): Group {
  return { services, seen: new Set(), checks: 0, opened: 0 };
}

/** Its services' rollups with a verdict. */
function checkedOf({ services }: Group, rollups: readonly Rollup[]): Rollup[] {
  return rollups.filter(
    ({ service, states }) =>
      services.some(({ id }) => id === service) && verdictsOf(states).length > 0,
  );
}

function add(group: Group, rollups: readonly Rollup[]): void {
  for (const { service, states } of rollups) {
    group.seen.add(service);
    group.opened += states.ok ?? 0;
    for (const [, count] of verdictsOf(states)) group.checks += count;
  }
}

function verdictsOf(states: Rollup['states']): [string, number][] {
  return Object.entries(states).filter(
    ([state, count]) => (state as SummedState) !== 'insufficient' && count > 0,
  );
}

function shareOf({ services, seen, checks, opened }: Group): GroupShare {
  const names = services.filter(({ id }) => seen.has(id)).map(({ name }) => name);
  return { names, checks, opened };
}
