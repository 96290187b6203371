import { beforeEach, describe, expect, it, vi } from 'vitest';
import { textOfRound } from '../../../../lib/history/codec/round-record.ts';
import { indexRounds } from '../../../../lib/history/index/index-rounds.ts';
import { readIndex } from '../../../../lib/history/index/store.ts';
import { bundleRounds } from '../../../../lib/history/kept/bundling.ts';
import { countOf, roundStores } from '../../../../lib/history/kept/piece.ts';
import { bytesKept, countKept } from '../../../../lib/history/kept/size.ts';
import type { WritableHistory } from '../../../../lib/history/open.ts';
import { readBars, spans } from '../../../../lib/history/queries/bars.ts';
import { readChecks } from '../../../../lib/history/queries/checks.ts';
import { forgetOldRounds } from '../../../../lib/history/retention/forget-old.ts';
import { thinOut } from '../../../../lib/history/retention/thin-out.ts';
import { findRound, recordRound } from '../../../../lib/history/rounds.ts';
import { createSeal, newKey, type Seal } from '../../../../lib/history/seal.ts';
import { selectRounds } from '../../../../lib/history/select-rounds.ts';
import type { Round } from '../../../../lib/model/round.ts';
import { anAttempt } from '../../../helpers/attempts.ts';
import { at, dateAt } from '../../../helpers/clock.ts';
import { allRounds, allTransitions, useHistory } from '../../../helpers/history.ts';
import { aRound, aServiceResult, noCircumstances } from '../../../helpers/rounds.ts';

const open = useHistory();
const hourSeconds = 60 * 60;
const states = ['ok', 'ok', 'down'] as const;

let history: WritableHistory;
beforeEach(async () => {
  history = await open();
});

/** A round an hour, whose clock a site has confirmed. */
function anHour(hour: number): Round {
  const state = states[hour % states.length] ?? 'ok';
  const controls = [{ id: 'foreign', attempts: [anAttempt({ clockAheadDays: 0 })] }];
  return aRound({
    id: `hour ${hour}`,
    startedAt: at(hour * hourSeconds),
    services: [aServiceResult({ state, roundState: state })],
    circumstances: { ...noCircumstances, controls },
  });
}

async function record(from: number, count: number): Promise<Round[]> {
  const rounds = Array.from({ length: count }, (_, index) => anHour(from + index));
  for (const round of rounds) await recordRound(history, { round, standings: [], full: false });
  return rounds;
}

const bundle = () => bundleRounds(async () => history);
const lengths = async () => (await history.database.getAllKeys('sealedBundles')).map(countOf);
const singles = () => history.database.count('sealedRounds');

async function seen() {
  const until = dateAt(200 * hourSeconds);
  return {
    rounds: await allRounds(history),
    down: await Array.fromAsync(selectRounds(history, { states: ['down'] })),
    bars: await readBars(history, { ...spans.week, until }),
    checks: await readChecks(history, {
      service: 'chat',
      fromMs: dateAt(0).getTime(),
      toMs: until.getTime(),
      route: null,
    }),
    transitions: await allTransitions(history),
    found: await findRound(history, 'hour 5'),
    index: await readIndex(history),
    count: await countKept(history.database),
  };
}

describe('earlier rounds', () => {
  it('go into bundles of 32 once as many later ones are there, and everything reads the same', async () => {
    await record(0, 63);
    await bundle();
    expect(await lengths()).toEqual([]);
    await record(63, 70);
    const before = await seen();

    await bundle();

    expect(await lengths()).toEqual([32, 32, 32]);
    expect(await singles()).toBe(37);
    expect(await seen()).toEqual(before);
    await bundle();
    expect(await lengths()).toEqual([32, 32, 32]);
  });

  it('are counted, and nothing else is read while they are few', async () => {
    await record(0, 63);
    const asked = vi.spyOn(history.database, 'transaction');

    await bundle();

    expect(asked.mock.calls).toEqual([[roundStores]]);
  });

  it('take less room then, and about as much as is estimated', async () => {
    await record(0, 160);
    const before = await bytesKept(history.database);

    await bundle();

    const stores = ['sealedRounds', 'sealedBundles'] as const;
    const all = await Promise.all(stores.map((store) => history.database.getAll(store)));
    const bytes = all.flat().reduce((sum, { data }) => sum + data.byteLength, 0);
    const after = await bytesKept(history.database);
    expect(after).toBeLessThan(before);
    expect(Math.abs(after / bytes - 1)).toBeLessThan(0.1);
  });

  it('are each there once, wherever a worker dies', async () => {
    const rounds = await record(0, 100);
    for (let steps = 0; steps < 12; steps += 1) {
      let left = steps;
      const dying = new Proxy(history.database, {
        get(target, name) {
          const member: unknown = Reflect.get(target, name, target);
          if (typeof member !== 'function') return member;
          return (...given: unknown[]) => {
            left -= 1;
            if (left < 0) throw new Error('The worker died.');
            return member.apply(target, given);
          };
        },
      });
      await bundleRounds(async () => ({ ...history, database: dying })).catch(() => undefined);

      expect(await allRounds(history)).toEqual(rounds);
      expect(await countKept(history.database)).toBe(100);
    }
    expect(await lengths()).toEqual([32, 32]);
  });

  it('go some at a time, until that is stopped', async () => {
    const packed = await history.seal.openBytes(await history.seal.close(anHour(0)));
    for (let number = 1; number <= 33 * 32 + 64; number += 1) {
      await history.database.add('sealedRounds', await history.seal.closeBytes(packed as never));
    }
    let asked = 0;
    const isStopped = () => {
      asked += 1;
      return asked > 2;
    };
    await bundleRounds(async () => history, isStopped);
    expect(await lengths()).toHaveLength(2);

    await bundle();

    expect(await lengths()).toHaveLength(34);
    expect(await countKept(history.database)).toBe(33 * 32 + 64);
  });

  it('are compressed in bundles, against those before of their day, and not before', async () => {
    const rounds = await record(0, 70);
    const sizeOf = async (store: 'sealedRounds' | 'sealedBundles') =>
      (await history.database.getAll(store)).reduce((sum, { data }) => sum + data.byteLength, 0);
    const single = (await sizeOf('sealedRounds')) / 70;
    expect(single).toBeGreaterThan(textOfRound(rounds[0] as Round).length);
    expect(await history.database.getAllKeys('sealedDictionaries')).toEqual([]);

    await bundle();

    expect(await history.database.getAllKeys('sealedDictionaries')).toEqual([1, 2]);
    expect((await sizeOf('sealedBundles')) / 32).toBeLessThan(single / 8);
    await record(70, 26);
    await bundle();
    expect(await lengths()).toEqual([32, 32]);
    expect(await history.database.getAllKeys('sealedDictionaries')).toEqual([1, 2, 3, 4]);
    expect((await allRounds(history)).slice(0, 70)).toEqual(rounds);
  });

  it('are compressed at once where they are long', async () => {
    const services = Array.from({ length: 900 }, (_, index) =>
      aServiceResult({ id: `chat-${index}` }),
    );
    await recordRound(history, { round: aRound({ services }), standings: [], full: false });

    const [{ data } = { data: new ArrayBuffer(0) }] = await history.database.getAll('sealedRounds');
    expect(data.byteLength).toBeLessThan(10_000);
    expect((await allRounds(history))[0]?.services).toEqual(services);
  });

  it('are fewer in a bundle where they are long', async () => {
    const seal = async (bytes: number) => history.seal.closeBytes(new Uint8Array(bytes));
    for (const bytes of [70_000, 40_000, 10_000, ...Array<number>(70).fill(5_000)]) {
      await history.database.add('sealedRounds', await seal(bytes));
    }

    await bundle();

    expect((await lengths()).slice(0, 3)).toEqual([1, 4, 12]);
    expect(await countKept(history.database)).toBe(73);
  });

  it('stay single where they do not open, and those around them do not', async () => {
    const rounds = await record(0, 80);
    const broken = { iv: new ArrayBuffer(12), data: new ArrayBuffer(40) };
    await history.database.put('sealedRounds', broken, 3);

    await bundle();

    expect(await lengths()).toEqual([31]);
    expect(await history.database.getAllKeys('sealedRounds')).toContain(3);
    expect(await allRounds(history)).toEqual(rounds.toSpliced(2, 1));
  });

  it('stay single while the history moves to another key, and where the index is under another', async () => {
    await record(0, 80);
    const moving = { ...history.seal, isMoving: true };
    await bundleRounds(async () => ({ ...history, seal: moving }));
    await bundleRounds(async () => ({ ...history, seal: null }));
    const other = (await createSeal({ current: newKey(), former: null })) as Seal;
    await history.database.put('sealedFacts', await other.close({}), 'index');

    await bundle();

    expect(await lengths()).toEqual([]);
  });

  it('that lie before all bundles stay single', async () => {
    const rounds = await record(0, 80);
    await bundle();
    const first = aRound({ id: 'before', startedAt: at(-hourSeconds) });
    await history.database.put('sealedRounds', await history.seal.close(first), -1);
    rounds.push(...(await record(80, 40)));

    await bundle();

    expect(await lengths()).toEqual([32, 32]);
    expect(await allRounds(history)).toEqual([first, ...rounds]);
  });

  it('may go into the index afterwards', async () => {
    await record(0, 100);
    const before = await seen();
    await history.database.delete('sealedFacts', 'index');
    await bundle();
    expect((await readIndex(history)).through).toBe(0);

    await indexRounds(async () => history);

    expect(await seen()).toEqual(before);
  });
});

/** Between reading and writing, something else writes. */
function beside(write: () => Promise<unknown>): () => Promise<WritableHistory> {
  let isDone = false;
  const seal: Seal = {
    ...history.seal,
    async closeBytes(bytes) {
      if (!isDone) {
        isDone = true;
        await write();
      }
      return history.seal.closeBytes(bytes);
    },
  };
  return async () => ({ ...history, seal });
}

describe('bundles that are made beside another write', () => {
  it('have what is left of what is deleted meanwhile', async () => {
    const rounds = await record(0, 100);
    const forget = () => forgetOldRounds(history, 1, dateAt(99 * hourSeconds));

    await bundleRounds(beside(forget));

    expect(await allRounds(history)).toEqual(rounds.slice(24));
    expect(await countKept(history.database)).toBe(76);
  });

  it('lose no round that is recorded meanwhile', async () => {
    const rounds = await record(0, 80);

    await bundleRounds(beside(async () => rounds.push(...(await record(80, 1)))));

    expect(await allRounds(history)).toEqual(rounds);
    expect(await lengths()).toEqual([32]);
  });

  it('do not bring back what retention was about to delete', async () => {
    const rounds = await record(0, 100);

    await forgetOldRounds(await beside(bundle)(), 1, dateAt(99 * hourSeconds));

    expect(await allRounds(history)).toEqual(rounds.slice(24));
    expect(await countKept(history.database)).toBe(76);
  });
});

describe('rounds in bundles', () => {
  it('grow old one by one', async () => {
    const rounds = await record(0, 100);
    await bundle();

    for (const hour of [25, 26, 40, 72]) {
      while (await forgetOldRounds(history, 1, dateAt((hour + 24) * hourSeconds)));
      expect(await allRounds(history), `${hour}`).toEqual(rounds.slice(Math.min(hour, 75)));
    }
  });

  it('go for want of room, successes first, the latest day never', async () => {
    await record(0, 100);
    await bundle();

    while (await thinOut(history, 1));

    const left = await allRounds(history);
    const [day] = at(99 * hourSeconds).split('T') as [string];
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(({ startedAt }) => startedAt.startsWith(day))).toBe(true);
  });

  it('stay as they are while the history moves to another key', async () => {
    await record(0, 100);
    await bundle();
    const moving = { ...history, seal: { ...history.seal, isMoving: true } };

    expect(await forgetOldRounds(moving, 1, dateAt(99 * hourSeconds))).toBe(false);
    expect(await thinOut(moving, 1)).toBe(false);
    expect(await countKept(history.database)).toBe(100);
  });

  it('are followed by further ones, though no single one is left and no index', async () => {
    const rounds = await record(0, 64);
    await bundle();
    for (let number = 33; number <= 64; number += 1) {
      await history.database.delete('sealedRounds', number);
    }
    await history.database.delete('sealedFacts', 'index');

    const next = await record(64, 1);

    expect(await history.database.getAllKeys('sealedRounds')).toEqual([33]);
    expect(await allRounds(history)).toEqual([...rounds.slice(0, 32), ...next]);
  });
});
