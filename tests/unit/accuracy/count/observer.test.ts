import { describe, expect, it } from 'vitest';
import type { ServiceState } from '../../../../lib/model/state.ts';
import { createObserver } from '../../../accuracy/count/observer.ts';
import type { Tally } from '../../../accuracy/count/tally.ts';
import { aWorld } from '../../../accuracy/situations/lines.ts';
import type { Interference, Kind } from '../../../accuracy/situations/situation.ts';
import { at, dateAt } from '../../../helpers/clock.ts';
import { aRound } from '../../../helpers/rounds.ts';
import { aSetting } from '../../../helpers/simulated-browser.ts';
import { buildService } from '../../view/build-round.ts';

/** What a person is shown of Signal in each round, or that and what the round alone saw. */
type Seen = ServiceState | [shown: ServiceState, seen: ServiceState];

const everySeconds = 1_000;

/** Rounds of ten seconds; the interference lasts from a second to another. */
function counted(kind: Kind, seen: readonly Seen[], hindered?: [from: number, to: number]): Tally {
  const interference: Interference | null =
    hindered === undefined
      ? null
      : {
          services: new Set(['signal']),
          mechanism: 'tls.reset.sni',
          period: { fromMs: dateAt(hindered[0]).getTime(), toMs: dateAt(hindered[1]).getTime() },
        };
  const create = () => ({ world: aWorld(aSetting()), interference });
  const situation = { id: 'some', kind, about: '', create };
  const observer = createObserver({ situation, seeds: [1], rounds: seen.length });
  for (const [number, one] of seen.entries()) {
    const [state, roundState] = typeof one === 'string' ? [one, one] : one;
    const startedAt = at(number * everySeconds);
    const finishedAt = at(number * everySeconds + 10);
    const services = [buildService({ state, roundState, mechanisms: ['reset'] })];
    observer.note({ number, round: aRound({ startedAt, finishedAt, services }), interference });
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

    expect(labels).toEqual({ count: 2, precision: 2, depth: 2 / 4 });
  });

  it('count other services as free', () => {
    const create = () => ({ world: aWorld(aSetting()), interference });
    const period = { fromMs: 0, toMs: Number.POSITIVE_INFINITY };
    const interference = { services: new Set(['viber']), mechanism: 'tls.mitm' as const, period };
    const situation = { id: 'some', kind: 'interference' as const, about: '', create };
    const observer = createObserver({ situation, seeds: [1], rounds: 1 });

    const services = [buildService({ state: 'likely_blocked' }), buildService({ id: 'viber' })];
    observer.note({ number: 0, round: aRound({ services }), interference });

    expect(observer.tally().likely.said).toBe(1);
  });
});
