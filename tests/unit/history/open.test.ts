import { forceCloseDatabase } from 'fake-indexeddb';
import { deleteDB, openDB, unwrap } from 'idb';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../lib/history/connection.ts';
import { databaseVersion } from '../../../lib/history/migrations.ts';
import { createHistory, type WritableHistory } from '../../../lib/history/open.ts';
import type { HistoryPlace } from '../../../lib/history/places.ts';
import { recordRound } from '../../../lib/history/rounds.ts';
import { databaseName } from '../../../lib/history/schema.ts';
import { newKey } from '../../../lib/history/seal.ts';
import { allRounds, useHistory } from '../../helpers/history.ts';
import { aRound } from '../../helpers/rounds.ts';

const open = useHistory();
const finished = { round: aRound(), standings: [], full: false };

function aPlace(current: string | null, database = databaseName): HistoryPlace {
  return { database, keys: { current, former: null } };
}

function aHistory() {
  const place = aPlace(newKey());
  return createHistory(async () => place) as () => Promise<WritableHistory>;
}

describe('the history', () => {
  it('is created with all its stores, and no index on what is sealed', async () => {
    const { database } = await open();

    expect(database.version).toBe(databaseVersion);
    expect([...database.objectStoreNames]).toEqual([
      'facts',
      'journal',
      'rounds',
      'sealedBundles',
      'sealedDays',
      'sealedDictionaries',
      'sealedFacts',
      'sealedJournal',
      'sealedMonths',
      'sealedRounds',
      'sealedTransitions',
      'standings',
    ]);
    expect([...database.transaction('sealedRounds').store.indexNames]).toEqual([]);
  });

  it('keeps its contents when it is opened again', async () => {
    const history = await open();
    await recordRound(history, finished);
    history.database.close();

    const again = await open();

    expect(await allRounds(again)).toEqual([aRound()]);
  });

  it('does not change where a newer version has written it', async () => {
    const newer = await openDB(databaseName, databaseVersion + 1, {
      upgrade: (database) => {
        database.createObjectStore('novelties');
      },
    });
    await newer.put('novelties', 'kept', 'key');
    newer.close();

    await expect(openDatabase()).rejects.toMatchObject({ name: 'VersionError' });

    const untouched = await openDB(databaseName);
    expect(untouched.version).toBe(databaseVersion + 1);
    expect(await untouched.get('novelties', 'key')).toBe('kept');
    untouched.close();
  });

  it('closes for a page of a newer version that waits to upgrade it', async () => {
    await open();

    const newer = await openDB(databaseName, databaseVersion + 1);

    expect(newer.version).toBe(databaseVersion + 1);
    newer.close();
  });
});

describe('a shared history', () => {
  it('has one connection, and a new one after the browser has closed it', async () => {
    const history = aHistory();
    const first = await history();
    await recordRound(first, finished);
    expect((await history()).database).toBe(first.database);

    forceCloseDatabase(unwrap(first.database) as never);
    await expect(allRounds(first)).rejects.toThrow();

    const second = await history();
    expect(await allRounds(second)).toEqual([aRound()]);
    second.database.close();
  });

  it('opens on the next call where it failed to open', async () => {
    const newer = await openDB(databaseName, databaseVersion + 1);
    const history = aHistory();
    await expect(history()).rejects.toMatchObject({ name: 'VersionError' });
    newer.close();
    await deleteDB(databaseName);

    const { database } = await history();

    expect(database.version).toBe(databaseVersion);
    database.close();
  });

  it('follows the key, which comes and changes while it is open', async () => {
    let current: string | null = null;
    const history = createHistory(async () => aPlace(current));
    expect((await history()).seal).toBeNull();

    current = newKey();
    const { database, seal } = (await history()) as WritableHistory;
    await recordRound({ database, seal }, finished);
    expect(await allRounds(await history())).toHaveLength(1);
    expect((await history()).seal, 'imported once').toBe(seal);
    current = newKey();

    expect(await allRounds(await history())).toEqual([]);
    database.close();
  });

  it('follows the history to another database, and leaves the one before', async () => {
    const key = newKey();
    let place = aPlace(key);
    const history = createHistory(async () => place) as () => Promise<WritableHistory>;
    const before = await history();
    await recordRound(before, finished);

    place = aPlace(key, 'another');
    const after = await history();

    expect(await allRounds(after)).toEqual([]);
    expect(() => before.database.transaction('sealedRounds'), 'closed').toThrow();
    after.database.close();
    place = aPlace(key);
    const again = await history();
    expect(await allRounds(again)).toEqual([aRound()]);
    again.database.close();
    await deleteDB('another');
  });
});
