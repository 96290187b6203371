import { describe, expect, it } from 'vitest';
import type { ServiceState } from '../../../../lib/model/state.ts';
import { createObserver } from '../../../accuracy/count/observer.ts';
import type { Tally } from '../../../accuracy/count/tally.ts';
import { aWorld } from '../../../accuracy/situations/lines.ts';
import {
  blockedStates,
  type Condition,
  type Kind,
} from '../../../accuracy/situations/situation.ts';
import { at, dateAt } from '../../../helpers/clock.ts';
import { aRound } from '../../../helpers/rounds.ts';
import { aSetting } from '../../../helpers/simulated-browser.ts';
import { buildService } from '../../view/build-round.ts';

/** What a person is shown of Signal in each round, or that and what the round alone saw. */
type Seen = ServiceState | [shown: ServiceState, seen: ServiceState];

const everySeconds = 1_000;

/** Rounds of ten seconds; the interference lasts from a second to another. */
function counted(kind: Kind, seen: readonly Seen[], hindered?: [from: number, to: number]): Tally {
  const conditions = hindered === undefined ? [] : [aCondition(hindered)];
  return countedUnder(kind, seen, conditions);
}

function aCondition([from, to]: [number, number], overrides: Partial<Condition> = {}): Condition {
  return {
    services: new Set(['signal']),
    states: blockedStates,
    mechanism: 'tls.reset.sni',
    period: { fromMs: dateAt(from).getTime(), toMs: dateAt(to).getTime() },
    ...overrides,
  };
}

function countedUnder(kind: Kind, seen: readonly Seen[], conditions: readonly Condition[]): Tally {
  const create = () => ({ world: aWorld(aSetting()), conditions });
  const situation = { id: 'some', kind, family: 'fault' as const, about: '', create };
  const observer = createObserver({ situation, seeds: [1], rounds: seen.length });
  for (const [number, one] of seen.entries()) {
    const [state, roundState] = typeof one === 'string' ? [one, one] : one;
    const startedAt = at(number * everySeconds);
    const finishedAt = at(number * everySeconds + 10);
    const services = [buildService({ state, roundState, mechanisms: ['reset'] })];
    const round = aRound({ startedAt, finishedAt, services });
    observer.note({ number, round, standings: [], conditions });
  }
  return observer.tally();
}

describe('rounds without interference', () => {
  it('count every false verdict, shown or of the round alone', () => {
    const tally = counted('benign', [
      'ok',
      ['ok', 'likely_blocked'],
      'likely_blocked',
      ['likely_blocked', 'ok'],
      'blocked',
      'insufficient',
    ]);

    expect(tally).toMatchObject({
      rounds: 6,
      blocked: { said: 1, seen: 1 },
      likely: { said: 2, seen: 2 },
      said: { ok: 2, likely_blocked: 2, blocked: 1, insufficient: 1 },
      steady: 0,
    });
  });

  it('keep one wrong round as an example', () => {
    const { examples } = counted('benign', ['blocked', 'blocked']);

    expect(examples).toHaveLength(1);
    expect(examples[0]).toContain('round 0');
  });

  it('keep no example if the false verdict is expected', () => {
    expect(counted('lookalike', ['likely_blocked']).examples).toEqual([]);
  });
});

describe('rounds with interference', () => {
  const fromStart: [number, number] = [0, 1e9];

  it.each<{ seen: Seen[]; after: number }>([
    { seen: ['blocked', 'blocked'], after: 1 },
    { seen: ['ok', 'likely_blocked'], after: 2 },
    { seen: ['ok', 'ok', 'likely_blocked'], after: 3 },
    { seen: ['ok', 'ok', 'ok'], after: -1 },
  ])('count how many it takes to say so: $after', ({ seen, after }) => {
    expect(counted('interference', seen, fromStart).detection).toEqual({ [after]: 1 });
  });

  it('count 0 if it was reported in the round in which it began', () => {
    const tally = counted('interference', ['ok', 'blocked', 'blocked', 'blocked'], [1_005, 1e9]);

    expect(tally.detection).toEqual({ 0: 1 });
    expect(tally.blocked.said).toBe(0);
  });

  it('ignore misses in the first two rounds, and count all later misses and gaps', () => {
    const seen: Seen[] = ['ok', 'ok', 'blocked', 'insufficient', 'impaired', 'likely_blocked'];

    const tally = counted('interference', seen, fromStart);

    expect(tally).toMatchObject({ steady: 4, missed: 1, gaps: 1 });
  });

  it.each<{ seen: Seen[]; after: number }>([
    { seen: ['blocked', 'blocked', ['blocked', 'ok'], 'ok'], after: 2 },
    { seen: ['blocked', 'blocked', 'blocked', 'blocked', 'ok'], after: 3 },
    { seen: ['blocked', 'blocked', 'insufficient', 'ok'], after: 2 },
    {
      seen: ['blocked', 'blocked', ...Array.from({ length: 5 }, () => 'blocked' as const)],
      after: -1,
    },
  ])('count how many it takes to say that it is over: $after', ({ seen, after }) => {
    expect(counted('interference', seen, [0, 1_500]).recovery).toEqual({ [after]: 1 });
  });

  it('count the round in which it ended if that round observed the end', () => {
    const seen: Seen[] = ['blocked', 'blocked', ['blocked', 'ok'], 'ok'];

    expect(counted('interference', seen, [0, 2_005]).recovery).toEqual({ 2: 1 });
  });

  it('are false alarms before it began and after its end was reported, not in between', () => {
    const seen: Seen[] = ['blocked', 'blocked', 'blocked', 'blocked', 'ok', 'blocked'];

    expect(counted('interference', seen, [500, 2_500]).blocked.said).toBe(2);
  });

  it('compare labels with the truth', () => {
    const { labels } = counted('interference', ['blocked', 'ok', 'blocked'], fromStart);

    expect(labels).toEqual({ count: 2, precision: 2, depth: 2 / 4, false: 0, low: 0 });
  });

  it('count other services as free', () => {
    const other = aCondition(fromStart, { services: new Set(['viber']) });

    expect(countedUnder('interference', ['likely_blocked'], [other]).likely.said).toBe(1);
  });
});

describe('the truth under a condition', () => {
  const always: [number, number] = [0, 1e9];
  const fault = aCondition(always, { mechanism: null, states: ['ok', 'likely_blocked'] });

  it('is no false alarm, and anything worse is', () => {
    const tally = countedUnder('benign', ['likely_blocked', 'likely_blocked', 'blocked'], [fault]);

    expect(tally).toMatchObject({ likely: { said: 0 }, blocked: { said: 1 }, steady: 0 });
  });

  it('counts labels that claim what is not so', () => {
    const isFalseLabel = (label: string) => label === 'reset';

    const { labels } = countedUnder(
      'benign',
      ['likely_blocked', 'ok'],
      [{ ...fault, isFalseLabel }],
    );

    expect(labels).toMatchObject({ count: 1, false: 1 });
  });

  it('is that of chance where some connections get through', () => {
    const half = aCondition(always, { states: ['impaired'] });

    const tally = countedUnder('interference', ['ok', 'ok', 'impaired', 'ok', 'blocked'], [half]);

    expect(tally).toMatchObject({
      steady: 3,
      missed: 2,
      detection: { 3: 1 },
      afterSecond: { impaired: 1, ok: 1, blocked: 1 },
      afterFourth: { impaired: 0, ok: 0, blocked: 1 },
      blocked: { said: 0 },
      truth: 'impaired',
    });
  });

  it('is not over while something worse is said', () => {
    const half = aCondition([0, 1_500], { states: ['impaired'] });

    const tally = countedUnder('interference', ['impaired', 'blocked', 'blocked', 'ok'], [half]);

    expect(tally).toMatchObject({ recovery: { 2: 1 }, blocked: { said: 0 } });
  });

  it('judges settled verdicts and those after a change apart', () => {
    const tally = counted('interference', ['ok', 'ok', 'ok', 'blocked'], always);

    expect(tally.turning).toEqual({ 'ok high false': 2 });
    expect(tally.settled).toEqual({ 'ok high false': 1, 'blocked high true': 1 });
  });

  it('counts changes of what is shown, and none over a gap', () => {
    const seen: Seen[] = ['ok', 'impaired', 'insufficient', 'impaired', 'ok'];

    expect(counted('benign', seen).changes).toMatchObject({ others: 2, othersRounds: 5 });
  });

  it('counts changes from the first true verdict on', () => {
    const late = counted('interference', ['ok', 'ok', 'ok', 'ok', 'blocked', 'blocked'], always);
    const unsteady = counted('interference', ['blocked', 'blocked', 'blocked', 'ok'], always);

    expect(late.changes).toMatchObject({ concerned: 0, concernedRounds: 2 });
    expect(unsteady.changes).toMatchObject({ concerned: 1, concernedRounds: 2 });
  });

  it('counts no change that the condition made', () => {
    const tally = counted('interference', ['ok', 'ok', 'ok', 'blocked', 'blocked'], [500, 1e9]);

    expect(tally.changes).toEqual({
      concerned: 0,
      concernedRounds: 2,
      others: 0,
      othersRounds: 1,
    });
  });
});
