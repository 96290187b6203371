import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../lib/history/connection.ts';
import { placesWithoutKey } from '../../../lib/history/keyless.ts';
import { createOwnHistory } from '../../../lib/history/own-history.ts';
import { firstPlaces, newDatabaseName, withKeys } from '../../../lib/history/places.ts';
import { recordRound } from '../../../lib/history/rounds.ts';
import { databaseName } from '../../../lib/history/schema.ts';
import { newKey } from '../../../lib/history/seal.ts';
import { at, dateAt } from '../../helpers/clock.ts';
import { allRounds, someKeys } from '../../helpers/history.ts';
import { aRound } from '../../helpers/rounds.ts';

const now = dateAt(0);
const names = async () => (await indexedDB.databases()).map(({ name }) => name);

/** A history in use, under a key that is known no more afterwards. */
async function useHistoryIn(database: string): Promise<void> {
  const keys = someKeys();
  await keys.change(({ setAside, current }) => ({ setAside, current: { ...current, database } }));
  keys.saved.length = 0;
  const history = createOwnHistory(keys);
  const finished = { round: aRound(), standings: [], full: false };
  await recordRound(await history.toWrite(), finished);
  (await history.toRead()).database.close();
}

async function clear(): Promise<void> {
  for (const name of await names()) if (name !== undefined) await deleteDB(name);
}

beforeEach(clear);
afterEach(clear);

describe('a history whose key is nowhere', () => {
  it.each([
    ['of the first name', databaseName],
    ['that was restored', newDatabaseName()],
  ])('%s is set aside untouched, and another is begun', async (_which, database) => {
    await useHistoryIn(database);

    const places = await placesWithoutKey(firstPlaces, now);

    const why = { why: 'keyless', at: at(0), keys: { current: null, former: null } };
    expect(places?.setAside).toEqual([{ database, ...why }]);
    expect(places?.current.database).not.toBe(database);
    expect(await names()).toContain(database);
    const keys = someKeys();
    await keys.change(() => places ?? firstPlaces);
    const history = createOwnHistory(keys);
    await recordRound(await history.toWrite(), {
      round: aRound({ id: 'new' }),
      standings: [],
      full: false,
    });
    expect((await allRounds(await history.toRead())).map(({ id }) => id)).toEqual(['new']);
    // Nothing was lost beside it.
    expect((await keys.places()).setAside).toEqual([{ database, ...why }]);
    await history.destroy();
  });

  it('is none where it was never in use: nothing is there, or what a page left, or what waits to be sent', async () => {
    expect(await placesWithoutKey(firstPlaces, now)).toBeNull();

    (await createOwnHistory(someKeys()).toRead()).database.close();
    (await openDatabase(newDatabaseName())).close();
    (await openDB('dozvon-outbox')).close();
    const before = await indexedDB.databases();

    expect(await placesWithoutKey(firstPlaces, now)).toBeNull();
    expect(await indexedDB.databases()).toEqual(before);
  });

  it('is none where there is a key', async () => {
    await useHistoryIn(databaseName);

    const places = withKeys(firstPlaces, { current: newKey(), former: null });

    expect(await placesWithoutKey(places, now)).toBeNull();
  });
});
