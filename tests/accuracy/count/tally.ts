import type { ServiceState } from '../../../lib/model/state.ts';
import type { Kind } from '../situations/situation.ts';

export const states: ServiceState[] = [
  'ok',
  'impaired',
  'blocked',
  'likely_blocked',
  'down',
  'insufficient',
];

/** Rounds with a false verdict on at least one service. */
export interface FalseAlarms {
  /** After hysteresis: the verdict that a person sees. */
  said: number;
  /** The verdict of the round alone. */
  seen: number;
}

/** The counts of one situation. Plain data; tallies add up number by number. */
export interface Tally {
  situation: string;
  kind: Kind;
  about: string;
  people: number;
  rounds: number;
  blocked: FalseAlarms;
  likely: FalseAlarms;
  /** Verdicts on the services that the situation concerns, by state. */
  said: Record<ServiceState, number>;
  /** Rounds of steady interference after the second. */
  steady: number;
  /** Of these, rounds with a different verdict on an affected service. */
  missed: number;
  /** Of these, rounds without a verdict on one (`insufficient`). */
  gaps: number;
  /** How often it took this many rounds; key -1 counts those in which it never happened. */
  detection: Record<number, number>;
  recovery: Record<number, number>;
  labels: { count: number; precision: number; depth: number };
  examples: string[];
}

export function emptyTally({ id, kind, about }: { id: string; kind: Kind; about: string }): Tally {
  return {
    situation: id,
    kind,
    about,
    people: 0,
    rounds: 0,
    blocked: { said: 0, seen: 0 },
    likely: { said: 0, seen: 0 },
    said: { ok: 0, impaired: 0, blocked: 0, likely_blocked: 0, down: 0, insufficient: 0 },
    steady: 0,
    missed: 0,
    gaps: 0,
    detection: {},
    recovery: {},
    labels: { count: 0, precision: 0, depth: 0 },
    examples: [],
  };
}

const examplesKept = 3;

export function addTallies(left: Tally, right: Tally): Tally {
  const { situation, kind, about } = left;
  return {
    situation,
    kind,
    about,
    people: left.people + right.people,
    rounds: left.rounds + right.rounds,
    blocked: addEach(left.blocked, right.blocked),
    likely: addEach(left.likely, right.likely),
    said: addEach(left.said, right.said),
    steady: left.steady + right.steady,
    missed: left.missed + right.missed,
    gaps: left.gaps + right.gaps,
    detection: addEach(left.detection, right.detection),
    recovery: addEach(left.recovery, right.recovery),
    labels: addEach(left.labels, right.labels),
    examples: [...left.examples, ...right.examples].slice(0, examplesKept),
  };
}

function addEach<T extends object>(left: T, right: T): T {
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  const numberAt = (from: T, key: string) => (from as Record<string, number>)[key] ?? 0;
  const pairs = [...keys].map((key) => [key, numberAt(left, key) + numberAt(right, key)]);
  return Object.fromEntries(pairs) as T;
}
