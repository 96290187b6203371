import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../lib/history/connection.ts';
import { readLatest } from '../../../lib/history/latest.ts';
import { databaseVersion } from '../../../lib/history/migrations.ts';
import { openEarly } from '../../../lib/history/open-early.ts';
import { createSeal, newKey, type Seal } from '../../../lib/history/seal.ts';

const guess = 'guessed';
const other = 'other';

const ignored = () => undefined;

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

afterEach(async () => {
  await deleteDB(guess);
  await deleteDB(other);
});

async function withRound(name: string): Promise<void> {
  const database = await openDatabase(name);
  await database.put('sealedFacts', aSealed, 'latest');
  database.close();
}

const aSealed = { iv: new ArrayBuffer(12), data: new ArrayBuffer(3) };

it('opens the database that was guessed', async () => {
  await withRound(guess);

  const database = await openEarly(guess)(guess, ignored);

  expect(await database.get('sealedFacts', 'latest')).toEqual(aSealed);
  database.close();
});

it('has read the latest round by the time its key is known, and reads it anew from then on', async () => {
  const seal = (await createSeal({ current: newKey(), former: null })) as Seal;
  const writer = await openDatabase(guess);
  await writer.put('sealedFacts', await seal.close({ round: null, route: 'first' }), 'latest');
  const get = vi.spyOn(IDBObjectStore.prototype, 'get');

  const open = openEarly(guess);
  await vi.waitFor(() => expect(get).toHaveBeenCalledWith('latest'));
  const history = { database: await open(guess, ignored), seal };
  const shown = await readLatest(history);
  const reads = get.mock.calls.length;
  await writer.put('sealedFacts', await seal.close({ round: null, route: 'second' }), 'latest');

  expect(shown.route).toBe('first');
  expect(reads).toBe(1);
  expect((await readLatest(history)).route).toBe('second');
  vi.restoreAllMocks();
  history.database.close();
  writer.close();
});

it('creates nothing by guessing', async () => {
  const database = await openEarly(guess)(other, ignored);
  database.close();

  expect(await names()).toEqual([other]);
});

it('creates the guessed database where that is the one', async () => {
  const database = await openEarly(guess)(guess, ignored);

  expect(database.version).toBe(databaseVersion);
  database.close();
});

it('migrates nothing by guessing, and migrates what is asked for', async () => {
  const old = await openDB(guess, 1);
  old.close();
  const open = openEarly(guess);

  (await open(other, ignored)).close();
  expect((await indexedDB.databases()).find(({ name }) => name === guess)?.version).toBe(1);
});

it('lets go of what was guessed wrongly, so that it can be deleted', async () => {
  await withRound(guess);
  const database = await openEarly(guess)(other, ignored);
  let wasBlocked = false;

  await deleteDB(guess, {
    blocked: () => {
      wasBlocked = true;
    },
  });

  expect(wasBlocked).toBe(false);
  database.close();
});

it('closes what it has begun to open when another page wants to delete it, and opens it anew', async () => {
  await withRound(guess);
  const open = openEarly(guess);
  await deleteDB(guess);

  const database = await open(guess, ignored);

  expect(await database.get('sealedFacts', 'latest')).toBeUndefined();
  database.close();
});

it('tells when what it opened was closed', async () => {
  await withRound(guess);
  let closed = 0;
  const database = await openEarly(guess)(guess, () => {
    closed += 1;
  });

  await deleteDB(guess);

  expect(closed).toBe(1);
  database.close();
});

it('rejects where a newer version wrote what was guessed, as ever', async () => {
  (await openDB(guess, databaseVersion + 1)).close();

  await expect(openEarly(guess)(guess, ignored)).rejects.toMatchObject({ name: 'VersionError' });
});
