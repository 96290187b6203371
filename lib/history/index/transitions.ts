import { gotThrough } from '../../model/attempt.ts';
import type { Round } from '../../model/round.ts';
import type { ServiceResult, TargetResult } from '../../model/service.ts';
import { confirms, isBlocked, type ServiceState } from '../../model/state.ts';
import type { LastState, ProvingRound, Transition } from '../../model/transition.ts';
import type { RoundSummary } from '../rollup/summary.ts';

/** The most rounds that confirm a change of state (`lib/diagnose/over-rounds/hysteresis.ts`). */
export const mostConfirming = 4;

export interface Change {
  from: ServiceState;
  service: ServiceResult;
}

/** The services whose state after hysteresis is another than it was. */
export function changesOf({ services }: Round, states: readonly LastState[]): Change[] {
  return services.flatMap((service) => {
    const before = states.find((one) => one.service === service.id);
    const isChange =
      before !== undefined && service.state !== 'insufficient' && service.state !== before.state;
    return isChange ? [{ from: before.state, service }] : [];
  });
}

/** The states after a round. */
export function statesAfter(
  {
    services,
    startedAt,
  }: {
    services: readonly Pick<ServiceResult, 'id' | 'state'>[];
    startedAt: string;
  },
  states: readonly LastState[],
): LastState[] {
  const after = new Map(states.map((one) => [one.service, one]));
  for (const { id, state } of services) {
    if (state === 'insufficient') continue;
    const before = after.get(id);
    const since = before?.state === state ? before.since : startedAt;
    after.set(id, { service: id, state, since, seenAt: startedAt });
  }
  return [...after.values()];
}

/**
 * Numbers of the rounds before that confirmed a change already, oldest first: each confirmed by the next, without another
 * between.
 */
function confirmedBy({ from, service }: Change, before: readonly RoundSummary[]): number[] {
  const confirming: number[] = [];
  let next = service.state;
  for (const { number, services } of before.toReversed()) {
    const seen = services.find(({ id }) => id === service.id)?.roundState ?? 'insufficient';
    if (seen === 'insufficient') continue;
    if (!confirms(next, seen, from)) break;
    next = seen;
    confirming.unshift(number);
    if (confirming.length === mostConfirming - 1) break;
  }
  return confirming;
}

interface Concluding {
  place: { number: number; day: number };
  /** The one that made the change. */
  round: Round;
  /** Of the rounds before it. */
  before: readonly RoundSummary[];
}

/**
 * A change with the rounds that confirmed it.
 * @param readRound by number; undefined where it is gone
 */
export async function concluded(
  change: Change,
  { place, round, before }: Concluding,
  readRound: (number: number) => Promise<Round | undefined>,
): Promise<Transition> {
  const earlier = await Promise.all(confirmedBy(change, before).map(readRound));
  const rounds = [...earlier.filter((one) => one !== undefined), round];
  return transitionOf(change, place, rounds);
}

/** @param seen those that may have confirmed it, oldest first; the last one made the change */
export function transitionOf(
  change: Change,
  place: { number: number; day: number },
  seen: readonly Round[],
): Transition {
  const { from, service } = change;
  const rounds = sinceShut(change, seen);
  const round = rounds.at(-1) as Round;
  return {
    service: service.id,
    from,
    to: service.state,
    at: round.startedAt,
    roundId: round.id,
    ...place,
    mechanisms: service.mechanisms,
    confidence: service.confidence,
    ...(service.scope === 'network' && { scope: service.scope }),
    route: round.routing.verdict,
    witnesses: rounds.map((one) => provingRoundOf(one, service.id)),
  };
}

/**
 * Of a block that ends, a round in which nothing got through confirms nothing, though some connections did before it
 * (`nothingOpens` in `lib/diagnose/over-rounds/hysteresis.ts`).
 */
function sinceShut({ from, service }: Change, rounds: readonly Round[]): readonly Round[] {
  if (!isBlocked(from)) return rounds;
  // The one that made the change is among them, whatever it saw: another version may have recorded it.
  const before = rounds.slice(0, -1);
  return rounds.slice(before.findLastIndex((one) => isShut(one, service.id)) + 1);
}

function isShut({ services }: Round, id: string): boolean {
  const seen = services.find((one) => one.id === id);
  if (seen?.roundState === 'impaired' && !seen.targets.some(opens)) return true;
  if (seen?.reason !== 'mostly-fails') return false;
  // A target that always gets through shows nothing of those that fail.
  const failing = seen.targets.filter(({ recent }) => (recent?.failures ?? 0) > 0);
  const attempts = failing.flatMap((one) => one.attempts).filter(({ valid }) => valid);
  return attempts.length > 0 && attempts.every(({ ok }) => !ok);
}

/** Whether something got through, a page in plain HTTP apart: servers that are out of order still send such. */
function opens({ id, attempts }: TargetResult): boolean {
  return !id.endsWith('/plain') && attempts.some(gotThrough);
}

function provingRoundOf({ id, startedAt, services }: Round, service: string): ProvingRound {
  const targets = services.find((one) => one.id === service)?.targets ?? [];
  return {
    roundId: id,
    startedAt,
    targets: targets.map(({ id: target, role, kind, attempts }) => ({
      id: target,
      role,
      kind,
      attempts,
    })),
  };
}
