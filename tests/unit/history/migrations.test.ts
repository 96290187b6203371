import { type IDBPDatabase, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type DictionaryRecord,
  sealAgainst,
  sealDictionary,
} from '../../../lib/history/codec/dictionaries.ts';
import { lastFullAt, lastRoute, readStandings } from '../../../lib/history/facts.ts';
import { indexRounds } from '../../../lib/history/index/index-rounds.ts';
import { readIndex } from '../../../lib/history/index/store.ts';
import { bundleRounds } from '../../../lib/history/kept/bundling.ts';
import { readLatest } from '../../../lib/history/latest.ts';
import { databaseVersion, migrations } from '../../../lib/history/migrations.ts';
import type { WritableHistory } from '../../../lib/history/open.ts';
import { createOwnHistory, type OwnHistory } from '../../../lib/history/own-history.ts';
import { readBars, spans } from '../../../lib/history/queries/bars.ts';
import { latestRound, recordRound } from '../../../lib/history/rounds.ts';
import { databaseName } from '../../../lib/history/schema.ts';
import { createSeal, newKey, type Seal } from '../../../lib/history/seal.ts';
import { selectRounds } from '../../../lib/history/select-rounds.ts';
import type { Round } from '../../../lib/model/round.ts';
import { at, dateAt } from '../../helpers/clock.ts';
import { allRounds, allTransitions, someKeys } from '../../helpers/history.ts';
import { aRound, aServiceResult, aSignal, aStanding, standingsOf } from '../../helpers/rounds.ts';

const hourSeconds = 60 * 60;
const seen = { at: at(0), routing: { ...aRound().routing, signals: [aSignal()] } };
const states = ['ok', 'ok', 'down'] as const;
/** More than are indexed at once. */
const rounds = Array.from({ length: 70 }, (_, hour): Round => {
  const state = states[hour % states.length] ?? 'ok';
  return aRound({
    id: `round-${100 + hour}`,
    startedAt: at((hour - 70) * hourSeconds),
    services: [aServiceResult({ state, roundState: state })],
  });
});
const next = aRound({ id: 'next', startedAt: at(0), services: [aServiceResult()] });

const key = newKey();
let keys: ReturnType<typeof someKeys>;
let history: OwnHistory;
beforeEach(() => {
  keys = someKeys();
  history = createOwnHistory(keys);
});
afterEach(() => history.destroy());

/** A database as the first steps made it, with what that version wrote. */
async function aDatabase(
  version: number,
  write: (database: IDBPDatabase, seal: Seal) => Promise<void>,
): Promise<void> {
  const database = await openDB(databaseName, version, {
    upgrade(created, _old, _new, transaction) {
      for (const step of migrations.slice(0, version)) step(created as never, transaction as never);
    },
  });
  const seal = (await createSeal({ current: key, former: null })) as Seal;
  await write(database, seal);
  database.close();
}

const versions: [number, () => Promise<void>][] = [
  [
    1,
    () =>
      aDatabase(1, async (database) => {
        for (const round of rounds) await database.put('rounds', round);
        await database.put('standings', aStanding());
        await database.put('facts', at(0), 'lastFullAt');
        await database.put('facts', JSON.stringify(seen), 'lastRoute');
      }),
  ],
  [
    2,
    async () => {
      keys.saved.push({ current: key, former: null });
      await aDatabase(2, async (database, seal) => {
        for (const round of rounds) await database.add('sealedRounds', await seal.close(round));
        await database.put('sealedFacts', await seal.close([aStanding()]), 'standings');
        await database.put('sealedFacts', await seal.close(at(0)), 'lastFullAt');
        await database.put('sealedFacts', await seal.close(seen), 'lastRoute');
      });
    },
  ],
  [
    3,
    async () => {
      keys.saved.push({ current: key, former: null });
      await aDatabase(3, async (database, seal) => {
        let latest: DictionaryRecord | null = null;
        for (const round of rounds) {
          const last: number = latest?.number ?? 0;
          const { record, dictionary } = await sealAgainst(seal, round, { latest, last });
          await database.add('sealedRounds', record);
          if (dictionary === null) continue;
          latest = dictionary;
          const sealed = await sealDictionary(seal, dictionary);
          await database.put('sealedDictionaries', sealed.record, sealed.number);
        }
        await database.put('sealedFacts', await seal.close([aStanding()]), 'standings');
        await database.put('sealedFacts', await seal.close(at(0)), 'lastFullAt');
        await database.put('sealedFacts', await seal.close(seen), 'lastRoute');
        const latestFact = { round: rounds.at(-1), route: seen };
        await database.put('sealedFacts', await seal.close(latestFact), 'latest');
      });
    },
  ],
];

it('every earlier version is among those that are opened', () => {
  expect(versions.map(([version]) => version)).toEqual(
    migrations.slice(0, -1).map((_, index) => index + 1),
  );
  expect(databaseVersion).toBe(migrations.length);
});

describe.each(versions)('a history of version %i', (_version, create) => {
  beforeEach(create);

  it('is read before it is in the index', async () => {
    const read = await history.toRead();

    expect(read.database.version).toBe(databaseVersion);
    expect(await allRounds(read)).toEqual(rounds);
    expect(await latestRound(read)).toEqual(rounds.at(-1));
    expect(await readLatest(read)).toEqual({ round: rounds.at(-1), route: seen });
    expect(await readStandings(read)).toEqual(standingsOf(aStanding()));
    expect(await lastFullAt(read)).toBe(at(0));
    expect(await lastRoute(read)).toEqual(seen);
    const down = selectRounds(read, { states: ['down'] });
    expect(await Array.fromAsync(down, ({ id }) => id)).toEqual(
      rounds.filter((_, index) => index % 3 === 2).map(({ id }) => id),
    );
  });

  it('comes into the index, with a round that is recorded before', async () => {
    const writable = await history.toWrite();
    await recordRound(writable, { round: next, standings: [], full: false });
    expect((await readIndex(writable)).through, 'the round has not waited for it').toBe(0);

    await indexRounds(async () => writable);

    expect(await allRounds(writable)).toEqual([...rounds, next]);
    await expectIndexed(writable);
  });

  it('comes into bundles, before and after the index', async () => {
    const writable = await history.toWrite();
    await bundleRounds(async () => writable);
    expect(await writable.database.count('sealedBundles')).toBe(1);
    expect(await allRounds(writable)).toEqual(rounds);

    await indexRounds(async () => writable);
    await recordRound(writable, { round: next, standings: [], full: false });
    await bundleRounds(async () => writable);

    expect(await writable.database.count('sealedRounds')).toBe(39);
    expect(await allRounds(writable)).toEqual([...rounds, next]);
    await expectIndexed(writable);
  });

  it('comes into the index though every worker dies after some of it', async () => {
    for (let worker = 0; worker < 3; worker += 1) {
      const dying = createOwnHistory(keys);
      const writable = await dying.toWrite();
      let asked = 0;
      await indexRounds(
        async () => writable,
        () => {
          asked += 1;
          return asked > 1;
        },
      );
      expect((await readIndex(writable)).through).toBe([32, 64, 70][worker]);
      writable.database.close();
    }

    const writable = await history.toWrite();
    await recordRound(writable, { round: next, standings: [], full: false });
    await expectIndexed(writable);
  });
});

async function expectIndexed(read: WritableHistory): Promise<void> {
  expect(await readIndex(read)).toMatchObject({ through: 71, roundId: 'next' });
  expect(await allTransitions(read)).toHaveLength(46);
  const bars = await readBars(read, { ...spans.month, until: dateAt(0) });
  const counted = bars.flatMap(({ rollups }) => rollups).map(({ states: some }) => some);
  const sum = (state: 'ok' | 'down') =>
    counted.reduce((total, { [state]: count = 0 }) => total + count, 0);
  expect([sum('ok'), sum('down')]).toEqual([48, 23]);
  expect((await readLatest(read)).round).toEqual(next);
}
