import { addTime } from '../../model/latency.ts';
import type { Mechanism } from '../../model/mechanism.ts';
import type { Role } from '../../model/role.ts';
import type { RoleRollup, Rollup, SummedState } from '../../model/rollup.ts';
import type { RoutingVerdict } from '../../model/route.ts';
import type { Scope, ServiceState } from '../../model/state.ts';
import { inheritScopes, type ScopedRound, type ScopedService } from './inherit-scopes.ts';
import type { RoleSummary, RoundSummary } from './summary.ts';

/** One for each service and route that the rounds have. */
export function rollUp(rounds: readonly ScopedRound[]): Rollup[] {
  const rollups = new Map<string, Rollup>();
  for (const { route, services } of rounds) {
    for (const service of services) addRound(entry(rollups, service.id, route), service);
  }
  return [...rollups.values()];
}

/** Of a day. @param rounds in the order of recording */
export function dailySums(rounds: readonly RoundSummary[]): Rollup[] {
  return rollUp(inheritScopes(rounds));
}

/** Of several periods one. */
export function mergeRollups(all: readonly Rollup[]): Rollup[] {
  const rollups = new Map<string, Rollup>();
  for (const one of all) addRollup(entry(rollups, one.service, one.route), one);
  return [...rollups.values()];
}

function entry(rollups: Map<string, Rollup>, service: string, route: RoutingVerdict): Rollup {
  const key = `${route} ${service}`;
  const known = rollups.get(key) ?? {
    service,
    route,
    states: {},
    mechanisms: {},
    tries: 0,
    failures: 0,
    times: {},
    roles: {},
  };
  rollups.set(key, known);
  return known;
}

function addRound(rollup: Rollup, service: ScopedService): void {
  const { state, roundState, scope, stateScope, mechanisms, roles } = service;
  // The state may outlast rounds that measured nothing; what is missing is a gap.
  count(rollup.states, roundState === 'insufficient' ? roundState : summed(state, stateScope));
  countSet(rollup, mechanisms);
  for (const role of roles) addRole(rollup, role, scope);
}

function summed(state: ServiceState, scope?: Scope): SummedState {
  return scope === 'network' && state === 'likely_blocked' ? 'network' : state;
}

function addRole(
  rollup: Rollup,
  { role, state, mechanisms, tries, failures, times }: RoleSummary,
  scope?: Scope,
): void {
  rollup.tries += tries;
  rollup.failures += failures;
  for (const bucket of times) addTime(rollup.times, bucket);
  const sum = roleOf(rollup, role);
  count(sum.states, summed(state, scope));
  countSet(sum, mechanisms);
  sum.tries += tries;
  sum.failures += failures;
}

/** Nothing where there are none, as in most rounds. */
function countSet(
  sums: { mechanisms?: Record<string, number> },
  mechanisms: readonly Mechanism[] = [],
): void {
  if (mechanisms.length === 0) return;
  sums.mechanisms ??= {};
  count(sums.mechanisms, mechanisms.toSorted().join('|'));
}

function addRollup(rollup: Rollup, one: Rollup): void {
  addCounts(rollup.states, one.states);
  addCounts(rollup.mechanisms, one.mechanisms);
  addCounts(rollup.times, one.times);
  rollup.tries += one.tries;
  rollup.failures += one.failures;
  for (const [role, { states, mechanisms, tries, failures }] of Object.entries(one.roles)) {
    const sum = roleOf(rollup, role as Role);
    addCounts(sum.states, states);
    if (mechanisms !== undefined) {
      sum.mechanisms ??= {};
      addCounts(sum.mechanisms, mechanisms);
    }
    sum.tries += tries;
    sum.failures += failures;
  }
}

function roleOf({ roles }: Rollup, role: Role): RoleRollup {
  const known = roles[role] ?? { states: {}, tries: 0, failures: 0 };
  roles[role] = known;
  return known;
}

function count<Key extends string>(counts: Partial<Record<Key, number>>, key: Key, by = 1): void {
  counts[key] = (counts[key] ?? 0) + by;
}

function addCounts<Key extends string>(
  counts: Partial<Record<Key, number>>,
  more: Partial<Record<Key, number>>,
): void {
  for (const [key, by] of Object.entries(more)) count(counts, key as Key, by as number);
}
