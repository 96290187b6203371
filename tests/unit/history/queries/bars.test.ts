import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WritableHistory } from '../../../../lib/history/open.ts';
import { readBars, spans } from '../../../../lib/history/queries/bars.ts';
import { readLastStates } from '../../../../lib/history/queries/last-states.ts';
import { recordRound } from '../../../../lib/history/rounds.ts';
import type { Bar } from '../../../../lib/model/bar.ts';
import type { Round } from '../../../../lib/model/round.ts';
import type { Scope, ServiceState } from '../../../../lib/model/state.ts';
import { at, dateAt } from '../../../helpers/clock.ts';
import { allTransitions, useHistory } from '../../../helpers/history.ts';
import { aRound, aServiceResult } from '../../../helpers/rounds.ts';

const open = useHistory();
const hourSeconds = 60 * 60;
const daySeconds = 24 * hourSeconds;

let history: WritableHistory;
beforeEach(async () => {
  history = await open();
});

const seen = (seconds: number, state: ServiceState, parts: Partial<Round> = {}): Round =>
  aRound({
    id: `round-${seconds}`,
    startedAt: at(seconds),
    services: [aServiceResult({ state, roundState: state })],
    ...parts,
  });

async function record(...rounds: Round[]): Promise<void> {
  for (const round of rounds) {
    await recordRound(history, { round, standings: [], full: false });
  }
}

/** The states of those bars that are no gaps, by their places from the end. */
async function filled(span: keyof typeof spans, seconds: number): Promise<Record<number, object>> {
  const bars = await readBars(history, { ...spans[span], until: dateAt(seconds) });
  return Object.fromEntries(
    bars.flatMap(({ rollups }: Bar, index) =>
      rollups.length === 0 ? [] : [[bars.length - 1 - index, rollups[0]?.states ?? {}]],
    ),
  );
}

describe('the bars of a span', () => {
  it.each(Object.keys(spans) as (keyof typeof spans)[])(
    '%s: end with the one that holds the time',
    async (span) => {
      const bars = await readBars(history, { ...spans[span], until: dateAt(0) });

      expect(bars).toHaveLength(spans[span].bars);
      const last = bars.at(-1) as Bar;
      expect(last.fromMs).toBeLessThanOrEqual(dateAt(0).getTime());
      expect(last.toMs).toBeGreaterThan(dateAt(0).getTime());
      for (const [index, { fromMs, toMs }] of bars.entries()) {
        expect(toMs - fromMs).toBe(spans[span].barMs);
        expect(fromMs).toBe(bars[index - 1]?.toMs ?? fromMs);
      }
    },
  );

  it('are hours of the last day, with gaps', async () => {
    await record(
      seen(-25 * hourSeconds, 'down'),
      seen(-23 * hourSeconds, 'ok'),
      seen(-3 * hourSeconds, 'ok'),
      seen(-3 * hourSeconds + 60, 'blocked'),
      seen(0, 'ok'),
    );

    expect(await filled('day', 0)).toEqual({
      23: { ok: 1 },
      3: { ok: 1, blocked: 1 },
      0: { ok: 1 },
    });
  });

  it.each(['day', 'week', 'month', 'year'] as const)(
    '%s: tell a network that was shut from a block, until another state is confirmed',
    async (span) => {
      const aState = (state: ServiceState, roundState: ServiceState, scope: Scope = 'service') => ({
        services: [aServiceResult({ state, roundState, scope })],
      });
      await record(
        seen(-daySeconds, 'ok', aState('ok', 'likely_blocked', 'network')),
        seen(0, 'ok', aState('likely_blocked', 'likely_blocked', 'network')),
        seen(60, 'ok', aState('likely_blocked', 'ok')),
        seen(120, 'ok', aState('likely_blocked', 'likely_blocked')),
      );
      const counts = { network: 2, likely_blocked: 1 };

      expect((await filled(span, 120))[0]).toEqual(counts);

      await record(seen(2 * daySeconds, 'ok'));
      const { states } = (await readBars(history, { ...spans.month, until: dateAt(0) })).at(-1)
        ?.rollups[0] ?? { states: {} };
      expect(states).toEqual(counts);
    },
  );

  it('are days of the last year, the latest of them not yet over', async () => {
    await record(
      seen(-366 * daySeconds, 'down'),
      seen(-364 * daySeconds, 'ok'),
      seen(-40 * daySeconds, 'blocked'),
      seen(-40 * daySeconds + 60, 'ok'),
      seen(-2 * daySeconds, 'ok'),
      seen(0, 'ok'),
    );

    const quarter = { 40: { blocked: 1, ok: 1 }, 2: { ok: 1 }, 0: { ok: 1 } };
    expect(await filled('year', 0)).toEqual({ 364: { ok: 1 }, ...quarter });
    expect(await filled('quarter', 0)).toEqual(quarter);
    expect(await filled('month', 0)).toEqual({ 2: { ok: 1 }, 0: { ok: 1 } });
    expect(await filled('month', 3 * daySeconds)).toEqual({ 5: { ok: 1 }, 3: { ok: 1 } });
  });

  it('add up a day that the clock came back to', async () => {
    await record(
      seen(0, 'ok'),
      seen(2 * daySeconds, 'ok'),
      seen(60, 'ok'),
      seen(3 * daySeconds, 'ok'),
    );

    expect(await filled('month', 3 * daySeconds)).toEqual({
      3: { ok: 2 },
      1: { ok: 1 },
      0: { ok: 1 },
    });
    expect(await filled('week', 120)).toEqual({ 0: { ok: 2 } });
  });

  it.each(Object.keys(spans) as (keyof typeof spans)[])(
    '%s: are of some services',
    async (span) => {
      const services = [aServiceResult(), aServiceResult({ id: 'other' })];
      await record(seen(-daySeconds, 'ok', { services }), seen(0, 'ok', { services }));

      const request = { ...spans[span], until: dateAt(0), services: ['other'] };
      const rollups = (await readBars(history, request)).flatMap((bar) => bar.rollups);

      expect(rollups.length).toBeGreaterThan(0);
      expect(new Set(rollups.map(({ service }) => service))).toEqual(new Set(['other']));
    },
  );

  it('of a year are read from a few records', async () => {
    const days = Array.from({ length: 100 }, (_, day) => seen((day - 99) * daySeconds, 'ok'));
    await record(...days);
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');

    const bars = await readBars(history, { ...spans.year, until: dateAt(0) });

    const records = getAll.mock.results.flatMap(
      ({ value }) => (value as IDBRequest).result as unknown[],
    );
    expect(records).toHaveLength(5);
    expect(bars.filter(({ rollups }) => rollups.length > 0)).toHaveLength(100);
    vi.restoreAllMocks();
  });
});

describe('the index', () => {
  it('tells the last state of each service and its transitions', async () => {
    const services = (chat: ServiceState, other: ServiceState) => [
      aServiceResult({ state: chat, roundState: chat }),
      aServiceResult({ id: 'other', state: other, roundState: other }),
    ];
    await record(seen(0, 'ok', { services: services('ok', 'ok') }));
    await record(seen(60, 'ok', { services: services('down', 'ok') }));
    await record(seen(120, 'ok', { services: services('ok', 'blocked') }));

    expect(await readLastStates(history)).toEqual([
      { service: 'chat', state: 'ok', since: at(120), seenAt: at(120) },
      { service: 'other', state: 'blocked', since: at(120), seenAt: at(120) },
    ]);
    const changes = async (service?: string) =>
      (await allTransitions(history, service)).map(({ from, to }) => [from, to]);
    expect(await changes('chat')).toEqual([
      ['ok', 'down'],
      ['down', 'ok'],
    ]);
    expect(await changes()).toHaveLength(3);
  });

  it('tells nothing without a key', async () => {
    await record(seen(0, 'ok'), seen(60, 'down'));
    const closed = { ...history, seal: null };

    expect(await readLastStates(closed)).toEqual([]);
    expect(await allTransitions(closed)).toEqual([]);
    const bars = [
      await readBars(closed, { ...spans.day, until: dateAt(0) }),
      await readBars(closed, { ...spans.year, until: dateAt(0) }),
    ];
    expect(bars.flat().flatMap(({ rollups }) => rollups)).toEqual([]);
  });
});
