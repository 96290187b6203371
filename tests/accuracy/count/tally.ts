import type { Confidence, NetworkState, ServiceState } from '../../../lib/model/state.ts';
import type { Family, Kind, Situation } from '../situations/situation.ts';

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

/** What was said, how surely, and whether it was true: as `ok high true`. */
export type Saying = `${ServiceState} ${Confidence} ${boolean}`;

/** The counts of one situation. Plain data; tallies add up number by number. */
export interface Tally {
  situation: string;
  kind: Kind;
  family: Family;
  about: string;
  isSteady: boolean;
  people: number;
  rounds: number;
  blocked: FalseAlarms;
  likely: FalseAlarms;
  /** Verdicts on the services that the situation concerns, by state; without interference, on all. */
  said: Record<ServiceState, number>;
  /** The states that are true under the conditions, as `ok, impaired`; empty without any. */
  truth: string;
  /** Verdicts under a condition after its second round, and after its fourth. */
  afterSecond: Record<ServiceState, number>;
  afterFourth: Record<ServiceState, number>;
  /** Rounds of steady interference after the second. */
  steady: number;
  /** Of these, rounds with a different verdict on an affected service. */
  missed: number;
  /** Of these, rounds without a verdict on one (`insufficient`). */
  gaps: number;
  /** How often it took this many rounds; key -1 counts those in which it never happened. */
  detection: Record<number, number>;
  recovery: Record<number, number>;
  /** Minutes to the report of a condition that began under observation; `Infinity` if it never came. */
  minutes: number[];
  /** Verdicts of failure under a condition, and how their labels fit. */
  labels: { count: number; precision: number; depth: number; false: number; low: number };
  /** Settled verdicts, and those within the rounds after a change. */
  settled: Partial<Record<Saying, number>>;
  turning: Partial<Record<Saying, number>>;
  /** Changes of a settled verdict, gaps apart; by whether a condition concerns the service. */
  changes: { concerned: number; concernedRounds: number; others: number; othersRounds: number };
  networks: Partial<Record<NetworkState, number>>;
  examples: string[];
}

type Described = Pick<Situation, 'id' | 'kind' | 'family' | 'about' | 'isSteady'>;

export function emptyTally({ id, kind, family, about, isSteady = false }: Described): Tally {
  return {
    situation: id,
    kind,
    family,
    about,
    isSteady,
    people: 0,
    rounds: 0,
    blocked: { said: 0, seen: 0 },
    likely: { said: 0, seen: 0 },
    said: noStates(),
    truth: '',
    afterSecond: noStates(),
    afterFourth: noStates(),
    steady: 0,
    missed: 0,
    gaps: 0,
    detection: {},
    recovery: {},
    minutes: [],
    labels: { count: 0, precision: 0, depth: 0, false: 0, low: 0 },
    settled: {},
    turning: {},
    changes: { concerned: 0, concernedRounds: 0, others: 0, othersRounds: 0 },
    networks: {},
    examples: [],
  };
}

function noStates(): Record<ServiceState, number> {
  return { ok: 0, impaired: 0, blocked: 0, likely_blocked: 0, down: 0, insufficient: 0 };
}

const examplesKept = 3;

export function addTallies(left: Tally, right: Tally): Tally {
  return {
    ...left,
    people: left.people + right.people,
    rounds: left.rounds + right.rounds,
    blocked: addEach(left.blocked, right.blocked),
    likely: addEach(left.likely, right.likely),
    said: addEach(left.said, right.said),
    truth: left.truth || right.truth,
    afterSecond: addEach(left.afterSecond, right.afterSecond),
    afterFourth: addEach(left.afterFourth, right.afterFourth),
    steady: left.steady + right.steady,
    missed: left.missed + right.missed,
    gaps: left.gaps + right.gaps,
    detection: addEach(left.detection, right.detection),
    recovery: addEach(left.recovery, right.recovery),
    minutes: [...left.minutes, ...right.minutes],
    labels: addEach(left.labels, right.labels),
    settled: addEach(left.settled, right.settled),
    turning: addEach(left.turning, right.turning),
    changes: addEach(left.changes, right.changes),
    networks: addEach(left.networks, right.networks),
    examples: [...left.examples, ...right.examples].slice(0, examplesKept),
  };
}

export function addEach<T extends object>(left: T, right: T): T {
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  const numberAt = (from: T, key: string) => (from as Record<string, number>)[key] ?? 0;
  const pairs = [...keys].map((key) => [key, numberAt(left, key) + numberAt(right, key)]);
  return Object.fromEntries(pairs) as T;
}
