import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lastFullAt, lastRoute, readStandings } from '../../../lib/history/facts.ts';
import { migrations } from '../../../lib/history/migrations.ts';
import { createOwnHistory, type OwnHistory } from '../../../lib/history/own-history.ts';
import { recordRound } from '../../../lib/history/rounds.ts';
import { databaseName, plainStores } from '../../../lib/history/schema.ts';
import { at } from '../../helpers/clock.ts';
import { allRounds, someKeys, useHistory } from '../../helpers/history.ts';
import { aRound, aSignal, aStanding, standingsOf } from '../../helpers/rounds.ts';

const open = useHistory();
const finished = { round: aRound(), standings: [aStanding()], full: true };

let keys: ReturnType<typeof someKeys>;
let history: OwnHistory;
beforeEach(() => {
  keys = someKeys();
  history = createOwnHistory(keys);
});
afterEach(() => history.destroy());

describe("the worker's history", () => {
  it('makes no key to be read', async () => {
    expect(await allRounds(await history.toRead())).toEqual([]);
    expect(keys.saved).toEqual([]);
  });

  it('makes one key for its first writes', async () => {
    const [one, other] = await Promise.all([history.toWrite(), history.toWrite()]);
    await recordRound(one, finished);

    expect(other.seal).toBe(one.seal);
    expect(keys.saved).toHaveLength(1);
    expect(await allRounds(await history.toRead())).toEqual([aRound()]);
  });

  it('removes what was sealed under a lost key, but not by reading', async () => {
    await recordRound(await history.toWrite(), finished);
    keys.saved.length = 0;

    const { database } = await history.toRead();
    expect(await database.count('sealedRounds')).toBe(1);
    await history.toWrite();

    for (const store of ['sealedRounds', 'sealedJournal'] as const) {
      expect(await database.count(store), store).toBe(0);
    }
    expect(await database.getAllKeys('sealedFacts')).toEqual(['begun']);
  });

  it('is gone once it is destroyed, and begins anew', async () => {
    await recordRound(await history.toWrite(), finished);

    await history.destroy();

    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(databaseName);
    await history.toWrite();
    expect(await allRounds(await history.toRead())).toEqual([]);
  });

  it('is gone with what was set aside, and with what a dead worker left', async () => {
    const { current } = await keys.places();
    const aside = { ...current, database: 'aside', why: 'newer', at: at(0) } as const;
    await keys.change(() => ({
      current: { ...current, database: 'in-use' },
      setAside: [aside],
    }));
    for (const name of [databaseName, 'aside', 'left']) (await openDB(name)).close();
    await recordRound(await history.toWrite(), finished);

    await history.destroy();

    expect(await indexedDB.databases()).toEqual([]);
  });

  it('is gone with all others though Firefox lists none beside one whose file is damaged', async () => {
    for (const name of ['aside', 'left']) (await openDB(name)).close();
    const { current } = await keys.places();
    const aside = { ...current, database: 'aside', why: 'damaged', at: at(0) } as const;
    await keys.change((before) => ({ ...before, setAside: [aside] }));
    await recordRound(await history.toWrite(), finished);
    const list = indexedDB.databases.bind(indexedDB);
    const listing = vi.spyOn(indexedDB, 'databases').mockImplementation(async () => {
      const all = await list();
      if (all.some(({ name }) => name === 'aside')) throw new DOMException('', 'UnknownError');
      return all;
    });

    await history.destroy();
    listing.mockRestore();

    expect(await list()).toEqual([]);
  });

  it('is gone with all others though one cannot be deleted', async () => {
    const { current, setAside } = await keys.places();
    await keys.change(() => ({ current: { ...current, database: 'in-use' }, setAside }));
    for (const name of [databaseName, 'left']) (await openDB(name)).close();
    await recordRound(await history.toWrite(), finished);
    const remove = indexedDB.deleteDatabase.bind(indexedDB);
    const removing = vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation((name) => {
      if (name === databaseName) throw new DOMException('The file is in use.', 'UnknownError');
      return remove(name);
    });

    await expect(history.destroy()).rejects.toThrow('The file is in use.');
    removing.mockRestore();

    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([databaseName]);
  });

  it('is destroyed though a page has it open', async () => {
    await open();
    await recordRound(await history.toWrite(), finished);

    await history.destroy();

    expect(await indexedDB.databases()).toEqual([]);
  });
});

const seen = { at: at(0), routing: { ...aRound().routing, signals: [aSignal()] } };

/** What version 1 wrote. */
async function aPlainHistory(): Promise<void> {
  const database = await openDB(databaseName, 1, {
    upgrade: (created, _old, _new, transaction) =>
      migrations[0]?.(created as never, transaction as never),
  });
  for (const minute of [3, 1, 2]) {
    const round = aRound({ id: `z${10 - minute}`, startedAt: at(60 * minute) });
    await database.put('rounds', round);
  }
  await database.put('standings', aStanding());
  await database.put('facts', at(0), 'lastFullAt');
  await database.put('facts', JSON.stringify(seen), 'lastRoute');
  await database.add('journal', { kind: 'forbidden', target: 'chat/web' });
  database.close();
}

describe('a history in plain', () => {
  it('is sealed before anything else, in its order, and nothing stays in plain', async () => {
    await aPlainHistory();

    const read = await history.toRead();

    expect((await allRounds(read)).map(({ startedAt }) => startedAt)).toEqual([
      at(60),
      at(120),
      at(180),
    ]);
    expect(await readStandings(read)).toEqual(standingsOf(aStanding()));
    expect(await lastFullAt(read)).toBe(at(0));
    expect(await lastRoute(read)).toEqual(seen);
    for (const store of plainStores) expect(await read.database.count(store), store).toBe(0);
  });

  it('is sealed on, each round once, where that was interrupted', async () => {
    await aPlainHistory();
    const deleting = vi.spyOn(IDBObjectStore.prototype, 'delete');
    deleting.mockImplementation(() => {
      if (deleting.mock.calls.length === 1) deleting.mockRestore();
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    });
    await expect(history.toRead()).rejects.toThrow('The disk is full.');

    const rounds = await allRounds(await history.toRead());

    expect(rounds.map(({ startedAt }) => startedAt)).toEqual([at(60), at(120), at(180)]);
  });
});
