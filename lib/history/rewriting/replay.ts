import type { ServiceState } from '../../model/state.ts';
import type { LastState } from '../../model/transition.ts';
import type { RoundSummary, ServiceSummary } from '../rollup/summary.ts';

/** The last known state of a service, and where it began. */
interface Sighting {
  state: ServiceState;
  number: number;
  atMs: number;
  sinceMs: number;
  /** It has had no other, as far as the index reaches back. */
  isFirst: boolean;
}

/** A change that was none before, as the rounds with the first of its state are gone. */
export interface NewChange {
  service: string;
  from: ServiceState;
}

/** States over rounds, seen twice: as they were recorded, and without what is left out. */
export interface Replay {
  /**
   * Adds the next round, and returns the changes of state that it shows only now.
   * @param kept what is left of it; null where it goes
   */
  add(summary: RoundSummary, kept: RoundSummary | null): NewChange[];
  /**
   * For each service of a kept round whose state before is now another: that state; null where none is known any more.
   */
  corrected: ReadonlyMap<string, ServiceState | null>;
  /** The last states as they are now, by what the index had. */
  statesAfter(states: readonly LastState[]): LastState[];
}

/** The name of a service's place in a round. */
export function placeOf(number: number, service: string): string {
  return `${number} ${service}`;
}

/** @param isOmitted whether the service's state of that time goes, where the index no longer has its round */
export function createReplay(isOmitted: (service: string, ms: number) => boolean): Replay {
  const all = new Map<string, Sighting>();
  const left = new Map<string, Sighting>();
  const touched = new Set<string>();
  const firstMs = new Map<string, number>();
  const corrected = new Map<string, ServiceState | null>();

  function addService(
    summary: RoundSummary,
    { id, state }: ServiceSummary,
    isKept: boolean,
  ): NewChange[] {
    if (state === 'insufficient') return [];
    const [was, is] = [all.get(id), left.get(id)];
    all.set(id, next(was, summary, state));
    if (was === undefined) firstMs.set(id, summary.atMs);
    if (isKept) left.set(id, next(is, summary, state));
    else touched.add(id);
    if (!isKept || was?.number === is?.number) return [];
    corrected.set(placeOf(summary.number, id), is?.state ?? null);
    const isNew = is !== undefined && is.state !== state && was?.state === state;
    return isNew ? [{ service: id, from: is.state }] : [];
  }

  function stateAfter(before: LastState): LastState | null {
    const { service, since, seenAt } = before;
    const last = left.get(service);
    if (last === undefined) {
      const isGone = touched.has(service) || isOmitted(service, Date.parse(seenAt));
      return isGone ? null : before;
    }
    if (!touched.has(service)) return before;
    // It may have begun before what the index still has.
    const sinceMs = Date.parse(since);
    const isOlder = sinceMs < (firstMs.get(service) ?? 0) && !isOmitted(service, sinceMs);
    const goesOn = last.isFirst && before.state === last.state;
    return {
      service,
      state: last.state,
      since: isOlder && goesOn ? since : isoOf(last.sinceMs),
      seenAt: isoOf(last.atMs),
    };
  }

  return {
    add: (summary, kept) =>
      summary.services.flatMap((service) =>
        addService(summary, service, kept?.services.includes(service) ?? false),
      ),
    corrected,
    statesAfter: (states) => states.flatMap((one) => stateAfter(one) ?? []),
  };
}

function next(
  before: Sighting | undefined,
  { number, atMs }: RoundSummary,
  state: ServiceState,
): Sighting {
  const goesOn = before?.state === state;
  return {
    state,
    number,
    atMs,
    sinceMs: goesOn ? before.sinceMs : atMs,
    isFirst: before === undefined || (goesOn && before.isFirst),
  };
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
