import { beforeEach, describe, expect, it } from 'vitest';
import { indexRounds } from '../../../../lib/history/index/index-rounds.ts';
import type { HistoryIndex } from '../../../../lib/history/index/records.ts';
import { readIndex } from '../../../../lib/history/index/store.ts';
import type { WritableHistory } from '../../../../lib/history/open.ts';
import { readBars, spans } from '../../../../lib/history/queries/bars.ts';
import { thinOut } from '../../../../lib/history/retention/thin-out.ts';
import { recordRound } from '../../../../lib/history/rounds.ts';
import { selectRounds } from '../../../../lib/history/select-rounds.ts';
import type { Mechanism } from '../../../../lib/model/mechanism.ts';
import type { ServiceState } from '../../../../lib/model/state.ts';
import { anAttempt } from '../../../helpers/attempts.ts';
import { at, dateAt } from '../../../helpers/clock.ts';
import { allRounds, allTransitions, useHistory } from '../../../helpers/history.ts';
import { aRound, aServiceResult, aTargetResult } from '../../../helpers/rounds.ts';

const open = useHistory();
const daySeconds = 24 * 60 * 60;
const noRoom = 1;

let history: WritableHistory;
beforeEach(async () => {
  history = await open();
});

/** Days of rounds, by the states that they saw after hysteresis and in themselves. */
async function record(...days: (ServiceState | [ServiceState, ServiceState])[][]): Promise<void> {
  for (const [day, seen] of days.entries()) {
    for (const [index, one] of seen.entries()) {
      const [state, roundState] = typeof one === 'string' ? [one, one] : one;
      const startedAt = at((day - days.length + 1) * daySeconds + 60 * index);
      const services = [aServiceResult({ state, roundState })];
      const round = aRound({ id: `${day}.${index} ${state}`, startedAt, services });
      await recordRound(history, { round, standings: [], full: false });
    }
  }
}

/** What is seen of two services, of which one is blocked in some way, or opens where there is none. */
interface Minute {
  talk: ServiceState;
  blockedBy: Mechanism[];
}

function aMinute(talk: ServiceState = 'ok', blockedBy: Mechanism[] = ['timeout']): Minute {
  return { talk, blockedBy };
}

/** Days of rounds, with their services in either order, and times that differ. */
async function recordSeen(...days: Minute[][]): Promise<void> {
  for (const [day, minutes] of days.entries()) {
    for (const [index, { talk, blockedBy }] of minutes.entries()) {
      const chat = blockedBy.length > 0 ? 'blocked' : 'ok';
      const attempts = [anAttempt({ totalMs: 100 * index })];
      const services = [
        aServiceResult({ id: 'chat', state: chat, roundState: chat, mechanisms: blockedBy }),
        aServiceResult({
          id: 'talk',
          state: talk,
          roundState: talk,
          targets: [aTargetResult({ attempts })],
        }),
      ];
      const round = aRound({
        id: `${day}.${index}`,
        startedAt: at((day - days.length + 1) * daySeconds + 60 * index),
        services: index % 2 === 0 ? services : services.toReversed(),
      });
      await recordRound(history, { round, standings: [], full: false });
    }
  }
}

const ids = async () => (await allRounds(history)).map(({ id }) => id);

describe('rounds that have no room', () => {
  it('are those of a history that takes more than it may', async () => {
    await record(['ok', 'ok'], ['ok']);
    const sealed = await history.database.getAll('sealedRounds');
    const bytes = sealed.reduce((sum, { data }) => sum + data.byteLength, 0);

    expect(await thinOut(history)).toBe(false);
    expect(await thinOut(history, bytes + 1)).toBe(false);
    expect(await ids()).toHaveLength(3);
    expect(await thinOut(history, bytes - 1)).toBe(true);
    expect(await ids()).toEqual(['1.0 ok']);
  });

  it('go a day at a time: successes of all days, then the rest, and the latest day stays', async () => {
    await record(['ok', ['ok', 'down'], 'down'], ['down'], ['ok', 'ok'], ['ok', 'down']);

    const left: string[][] = [];
    for (let time = 0; time < 5; time += 1) {
      await thinOut(history, noRoom);
      left.push(await ids());
    }

    const failures = ['0.1 ok', '0.2 down', '1.0 down'];
    const successes = ['2.0 ok', '2.1 ok'];
    const latest = ['3.0 ok', '3.1 down'];
    expect(left).toEqual([
      [...failures, ...successes, ...latest],
      [...failures, ...latest],
      ['1.0 down', ...latest],
      latest,
      latest,
    ]);
  });

  it('are, where one service is blocked throughout, those between two that saw the same', async () => {
    const steady = Array.from({ length: 6 }, () => aMinute());
    await recordSeen(
      [aMinute('ok', []), aMinute('ok', []), ...steady],
      [aMinute(), aMinute(), aMinute('down'), aMinute('down'), aMinute('down'), aMinute()],
      [aMinute(), aMinute(), aMinute('ok', ['tls.reset']), aMinute(), aMinute(), aMinute()],
      steady,
      [aMinute()],
    );
    const changes = await allTransitions(history);
    expect(changes.map(({ service, to }) => `${service} ${to}`)).toEqual([
      'chat blocked',
      'talk down',
      'talk ok',
    ]);

    for (let day = 0; day < 4; day += 1) await thinOut(history, noRoom);

    expect(await ids()).toEqual(
      ['0.2', '0.7']
        .concat(['1.0', '1.1', '1.2', '1.4', '1.5'])
        .concat(['2.0', '2.1', '2.2', '2.3', '2.5'])
        .concat(['3.0', '3.5', '4.0']),
    );
    expect(await allTransitions(history)).toEqual(changes);
  });

  it('stay where a check went another way, another part failed, or the network was shut', async () => {
    const blocked = { id: 'chat', state: 'blocked', roundState: 'blocked' } as const;
    const same = ['same', 'same', 'same'];
    const seen = [...same, 'detour', ...same.slice(1), 'part', ...same, 'shut', ...same];
    for (const [index, one] of seen.entries()) {
      const verdict = one === 'detour' ? 'vpn_likely' : 'direct';
      const role = one === 'part' ? 'media' : 'web';
      const round = aRound({
        id: `0.${index}`,
        startedAt: at(-daySeconds + 60 * index),
        routing: { verdict, confidence: 'low', signals: [] },
        services: [
          aServiceResult({
            ...blocked,
            scope: one === 'shut' ? 'network' : 'service',
            roles: [{ role, required: true, state: 'blocked', mechanisms: [] }],
          }),
        ],
      });
      await recordRound(history, { round, standings: [], full: false });
    }
    await recordRound(history, {
      round: aRound({ id: '1.0', startedAt: at(0) }),
      standings: [],
      full: false,
    });

    await thinOut(history, noRoom);

    expect(await ids()).toEqual(
      ['0.0', '0.2', '0.3', '0.4', '0.5', '0.6', '0.7']
        .concat(['0.9', '0.10', '0.11', '0.13'])
        .concat('1.0'),
    );
  });

  it('are still told of in sums and transitions, whose attempts stay', async () => {
    await record(['ok', 'down'], ['ok'], ['ok']);
    const before = [
      await allTransitions(history),
      await readBars(history, { ...spans.month, until: dateAt(0) }),
    ];
    expect(before[0]).toHaveLength(2);

    while (await thinOut(history, noRoom));

    expect(await ids()).toEqual(['2.0 ok']);
    expect([
      await allTransitions(history),
      await readBars(history, { ...spans.month, until: dateAt(0) }),
    ]).toEqual(before);
    expect(await Array.fromAsync(selectRounds(history, { services: ['chat'] }))).toHaveLength(1);
  });

  it('go on with days that come after', async () => {
    await record(['ok'], ['ok']);
    while (await thinOut(history, noRoom));

    for (const day of [1, 2]) {
      const round = aRound({ id: `later ${day}`, startedAt: at(day * daySeconds) });
      await recordRound(history, { round, standings: [], full: false });
    }

    expect(await thinOut(history, noRoom)).toBe(true);
    expect(await ids()).toEqual(['later 1', 'later 2']);
  });

  it('go with each step, though an upgrade of the index forgot which days are done', async () => {
    await record(['ok', 'down'], ['ok', 'down', 'ok'], ['down'], ['ok', 'ok'], ['ok']);
    const forget = async () => {
      const index: HistoryIndex = { ...(await readIndex(history)), thinned: 0 };
      await history.database.put('sealedFacts', await history.seal.close(index), 'index');
    };

    const left: string[][] = [];
    for (let step = 0; step < 6; step += 1) {
      expect(await thinOut(history, noRoom)).toBe(true);
      left.push(await ids());
      await forget();
    }
    expect(await thinOut(history, noRoom)).toBe(false);

    const latest = ['4.0 ok'];
    const failures = ['0.1 down', '1.1 down', '2.0 down'];
    expect(left).toEqual([
      ['0.1 down', '1.0 ok', '1.1 down', '1.2 ok', '2.0 down', '3.0 ok', '3.1 ok', ...latest],
      [...failures, '3.0 ok', '3.1 ok', ...latest],
      [...failures, ...latest],
      ['1.1 down', '2.0 down', ...latest],
      ['2.0 down', ...latest],
      latest,
    ]);
    expect(await readIndex(history)).toMatchObject({ day: 5, thinned: 4, emptied: 4 });
  });

  it('stay while not all of them are in the index', async () => {
    await record(['ok'], ['ok']);
    const before = await history.database.get('sealedFacts', 'index');
    await recordRound(history, { round: aRound({ id: 'later' }), standings: [], full: false });
    if (before) await history.database.put('sealedFacts', before, 'index');
    expect(await thinOut(history, noRoom)).toBe(false);

    await indexRounds(async () => history);

    expect(await thinOut(history, noRoom)).toBe(true);
  });

  it('cannot go without a key', async () => {
    await record(['ok'], ['ok']);

    expect(await thinOut({ ...history, seal: null }, noRoom)).toBe(false);
  });
});
