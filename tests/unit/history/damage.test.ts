import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseVersion } from '../../../lib/history/migrations.ts';
import { createOwnHistory, type OwnHistory } from '../../../lib/history/own-history.ts';
import { recordRound } from '../../../lib/history/rounds.ts';
import { databaseName } from '../../../lib/history/schema.ts';
import { readableRounds } from '../../../lib/history/set-aside-rounds.ts';
import type { Round } from '../../../lib/model/round.ts';
import { putInBundles } from '../../helpers/bundles.ts';
import { allRounds, someKeys } from '../../helpers/history.ts';
import { aRound } from '../../helpers/rounds.ts';

let keys: ReturnType<typeof someKeys>;
let history: OwnHistory;
const onSetAside = vi.fn();

beforeEach(() => {
  keys = someKeys();
  history = createOwnHistory(keys, onSetAside);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.restoreAllMocks();
  onSetAside.mockReset();
  await history.destroy();
});

async function record(id: string): Promise<void> {
  const finished = { round: aRound({ id }), standings: [], full: false };
  await history.through(async () => recordRound(await history.toWrite(), finished));
}

const idsOf = (rounds: readonly Round[]) => rounds.map(({ id }) => id);
const ids = async () => idsOf(await allRounds(await history.toRead()));
const names = async () => (await indexedDB.databases()).map(({ name }) => name);

async function makeNewer(): Promise<void> {
  const newer = await openDB(databaseName, databaseVersion + 1, {
    upgrade: (database) => void database.createObjectStore('novelties'),
  });
  await newer.put('novelties', 'kept', 'key');
  newer.close();
}

/** Reading fails in the database of that name as if its files were damaged; `times` is how often. */
function breakReading(times = Number.POSITIVE_INFINITY, errorName = 'UnknownError'): void {
  let left = times;
  for (const method of ['get', 'openCursor'] as const) {
    const read = IDBObjectStore.prototype[method] as (this: IDBObjectStore, key: unknown) => never;
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      key: unknown,
    ) {
      if (this.transaction.db.name !== databaseName || left === 0) return read.call(this, key);
      left -= 1;
      throw new DOMException('Internal error.', errorName);
    } as never);
  }
}

describe('a database of a newer version', () => {
  beforeEach(async () => {
    await record('before');
    await makeNewer();
  });

  it('is set aside untouched, with its key, and the history goes on', async () => {
    const { current: key } = await keys.read();

    await record('after');

    expect(await ids()).toEqual(['after']);
    expect(onSetAside).toHaveBeenCalledOnce();
    const { current, setAside } = await keys.places();
    expect(setAside).toMatchObject([
      { database: databaseName, why: 'newer', keys: { current: key, former: null } },
    ]);
    expect(current.keys.current).not.toBe(key);
    const untouched = await openDB(databaseName);
    expect(untouched.version).toBe(databaseVersion + 1);
    expect(await untouched.get('novelties', 'key')).toBe('kept');
    untouched.close();
  });

  it('is read as far as this version understands it', async () => {
    await record('after');
    const [aside] = (await keys.places()).setAside;

    const rounds = await Array.fromAsync(readableRounds(aside as NonNullable<typeof aside>));

    expect(idsOf(rounds)).toEqual(['before']);
  });

  it('is set aside once, however many ask', async () => {
    await Promise.all([history.toRead(), history.toWrite(), history.mend()]);

    expect((await keys.places()).setAside).toHaveLength(1);
    expect(await names()).toHaveLength(2);
  });

  it('is deleted alone where the person wants that, and its key with it', async () => {
    await record('after');

    await history.deleteSetAside(databaseName);

    expect(await names()).not.toContain(databaseName);
    expect((await keys.places()).setAside).toEqual([]);
    expect(await ids()).toEqual(['after']);
  });

  it('is not deleted by the name of the one in use', async () => {
    await record('after');
    const { database } = (await keys.places()).current;

    await history.deleteSetAside(database);

    expect(await ids()).toEqual(['after']);
  });

  it('stays in use where no other can be made', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });

    await expect(history.toRead()).rejects.toMatchObject({ name: 'VersionError' });

    put.mockRestore();
    expect((await keys.places()).setAside).toEqual([]);
    expect(await names()).toEqual([databaseName]);
  });
});

describe('a database that the browser deleted', () => {
  it('is said to be lost, once, and the history goes on under its key', async () => {
    await record('before');
    const { current: key } = await keys.read();
    await deleteDB(databaseName);

    await record('after');
    await record('later');

    expect(await ids()).toEqual(['after', 'later']);
    expect((await keys.places()).setAside).toMatchObject([{ why: 'lost' }]);
    expect((await keys.read()).current).toBe(key);
    expect(onSetAside).toHaveBeenCalledOnce();
  });

  it('is not said to be lost where nothing was kept yet, or by an earlier version', async () => {
    await history.toRead();
    await history.toWrite();
    const { database } = await history.toRead();
    await database.put(
      'sealedFacts',
      { iv: new ArrayBuffer(12), data: new ArrayBuffer(0) },
      'standings',
    );
    await database.delete('sealedFacts', 'begun');

    await createOwnHistory(keys).toRead();

    expect((await keys.places()).setAside).toEqual([]);
    expect(await database.count('sealedFacts', 'begun')).toBe(1);
  });
});

describe('a damaged database', () => {
  it('is set aside where a step fails on it, and the step is run in a new one', async () => {
    await record('before');
    breakReading();

    await record('after');

    expect(await ids()).toEqual(['after']);
    expect((await keys.places()).setAside).toMatchObject([{ why: 'damaged' }]);
  });

  it.each([
    ['passes', 1, 'UnknownError'],
    ['tells of something else', Number.POSITIVE_INFINITY, 'QuotaExceededError'],
    ['tells of an end', Number.POSITIVE_INFINITY, 'AbortError'],
  ])('stays in use where the error %s', async (_case, times, errorName) => {
    await record('before');
    breakReading(times, errorName);

    await expect(record('after')).rejects.toMatchObject({ name: errorName });

    vi.restoreAllMocks();
    expect((await keys.places()).setAside).toEqual([]);
    expect(await names()).toEqual([databaseName]);
    expect(await ids()).toEqual(['before']);
  });

  it('gives up the rounds of bundles, but for one that is damaged', async () => {
    for (const id of ['one', 'two', 'three', 'four', 'five']) await record(id);
    const place = (await keys.places()).current;
    const { database, seal } = await history.toWrite();
    await putInBundles({ database, seal }, [2, 2]);
    expect(idsOf(await Array.fromAsync(readableRounds(place)))).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
    ]);
    const [first = 0] = await database.getAllKeys('sealedBundles');
    const broken = await seal.closeBytes(new Uint8Array([0b1_111, 0, 0]));
    await database.put('sealedBundles', broken, first);

    const rounds = await Array.fromAsync(readableRounds(place));

    expect(idsOf(rounds)).toEqual(['three', 'four', 'five']);
  });

  it('gives up the rounds on both sides of what cannot be read', async () => {
    for (const id of ['one', 'two', 'three', 'four']) await record(id);
    const place = (await keys.places()).current;
    // oxlint-disable-next-line typescript/unbound-method -- it is called with its object
    const get = IDBObjectStore.prototype.get;
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
      this: IDBObjectStore,
      key,
    ) {
      if (key === 2) throw new DOMException('Internal error.', 'UnknownError');
      return get.call(this, key);
    });
    breakKeysAt(3);

    const rounds = await Array.fromAsync(readableRounds(place));

    expect(idsOf(rounds)).toEqual(['one', 'four']);
  });
});

/** Walking over keys fails beyond this one, from either side. */
function breakKeysAt(damaged: number): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its object
  const goOn = IDBCursor.prototype.continue;
  vi.spyOn(IDBCursor.prototype, 'continue').mockImplementation(function (
    this: IDBCursor,
    ...target
  ) {
    const next = (this.primaryKey as number) + (this.direction === 'next' ? 1 : -1);
    if (next === damaged) throw new DOMException('Internal error.', 'UnknownError');
    return goOn.apply(this, target);
  });
}

it('lets go of a database that is deleted while it is read, and says that not all was read', async () => {
  for (const id of ['one', 'two', 'three']) await record(id);
  const reading = readableRounds((await keys.places()).current);
  expect((await reading.next()).value?.id).toBe('one');

  await deleteDB(databaseName);

  await expect(Array.fromAsync(reading)).rejects.toThrow('closed');
});

it('does not make a database anew that is read after its deletion', async () => {
  await record('one');
  await deleteDB(databaseName);

  const reading = Array.fromAsync(readableRounds((await keys.places()).current));

  await expect(reading).rejects.toThrow();
  expect(await names()).toEqual([]);
});

it('has nothing to read of a database that cannot be opened', async () => {
  const opening = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('Internal error.', 'UnknownError');
  });
  const place = { database: 'broken', keys: { current: null, former: null } };

  await expect(Array.fromAsync(readableRounds(place))).rejects.toThrow('Internal error.');

  opening.mockRestore();
  await deleteDB('broken');
});
