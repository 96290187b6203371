import type { Bar } from '../model/bar.ts';
import type { Rollup, SummedState } from '../model/rollup.ts';
import type { ServiceState } from '../model/state.ts';
import type { LastState } from '../model/transition.ts';

/** The last 24 hours, and since when each service has its state. */
export interface Day {
  /** An hour each, oldest first. */
  bars: readonly Bar[];
  states: readonly LastState[];
}

/** `mixed`: it opened at times; `missing`: nothing was measured. */
export type HourState = Exclude<ServiceState, 'insufficient'> | 'mixed' | 'missing';

export interface Hour {
  fromMs: number;
  toMs: number;
  state: HourState;
}

/** One service's hours, oldest first. */
export function hoursOf({ bars }: Day, service: string): Hour[] {
  return bars.map(({ fromMs, toMs, rollups }) => {
    const own = rollups.filter((one) => one.service === service);
    return { fromMs, toMs, state: stateOf(own) };
  });
}

const gravestFirst = ['blocked', 'likely_blocked', 'network', 'impaired', 'down'] as const;

function stateOf(rollups: readonly Rollup[]): HourState {
  // A state may outlast rounds that measured nothing.
  const measured = rollups.filter(({ tries }) => tries > 0);
  const has = (state: SummedState) => measured.some(({ states }) => (states[state] ?? 0) > 0);
  const found = gravestFirst.find(has);
  const gravest = found === 'network' ? 'likely_blocked' : found;
  if (gravest !== undefined) return has('ok') ? 'mixed' : gravest;
  return has('ok') ? 'ok' : 'missing';
}

/** Hours on end with one state, as one. */
export function stretchesOf(hours: readonly Hour[]): Hour[] {
  const stretches: Hour[] = [];
  for (const hour of hours) {
    const last = stretches.at(-1);
    if (last?.state === hour.state) last.toMs = hour.toMs;
    else stretches.push({ ...hour });
  }
  return stretches;
}

/** How one service was either way that traffic seemed to take; null where only one of them was measured. */
export function eitherWay(
  { bars }: Day,
  service: string,
): Record<'direct' | 'detour', HourState> | null {
  const own = bars.flatMap(({ rollups }) => rollups).filter((one) => one.service === service);
  const direct = stateOf(own.filter(({ route }) => route === 'direct'));
  const detour = stateOf(own.filter(({ route }) => route === 'vpn_likely'));
  return direct === 'missing' || detour === 'missing' ? null : { direct, detour };
}

/** How many hours had each state, the longest first. */
export function hoursByState(hours: readonly Hour[]): { state: HourState; count: number }[] {
  const counts = new Map<HourState, number>();
  for (const { state } of hours) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts]
    .map(([state, count]) => ({ state, count }))
    .toSorted((a, b) => b.count - a.count);
}

/** ISO 8601 UTC; null where the state is newer than what was read, or not known. */
export function sinceOf({ states }: Day, service: string, state: ServiceState): string | null {
  const last = states.find((one) => one.service === service);
  return last?.state === state ? last.since : null;
}
