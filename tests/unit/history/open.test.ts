import { forceCloseDatabase } from 'fake-indexeddb';
import { deleteDB, openDB, unwrap } from 'idb';
import { describe, expect, it } from 'vitest';
import { databaseVersion } from '../../../lib/history/migrations.ts';
import { createHistory, openHistory } from '../../../lib/history/open.ts';
import { allRounds, recordRound } from '../../../lib/history/rounds.ts';
import { databaseName } from '../../../lib/history/schema.ts';
import { useHistory } from '../../helpers/history.ts';
import { aRound } from '../../helpers/rounds.ts';

const open = useHistory();

describe('the history', () => {
  it('is created with all its stores', async () => {
    const history = await open();

    expect(history.version).toBe(databaseVersion);
    expect([...history.objectStoreNames]).toEqual(['facts', 'journal', 'rounds', 'standings']);
    expect([...history.transaction('rounds').store.indexNames]).toEqual(['startedAt']);
  });

  it('is as it was when it is opened again', async () => {
    const history = await open();
    await recordRound(history, { round: aRound(), standings: [], full: false });
    history.close();

    const again = await open();

    expect(await allRounds(again)).toEqual([aRound()]);
  });

  it('is not touched where a newer version has written it', async () => {
    const newer = await openDB(databaseName, databaseVersion + 1, {
      upgrade: (database) => {
        database.createObjectStore('novelties');
      },
    });
    await newer.put('novelties', 'kept', 'key');
    newer.close();

    await expect(openHistory()).rejects.toMatchObject({ name: 'VersionError' });

    const untouched = await openDB(databaseName);
    expect(untouched.version).toBe(databaseVersion + 1);
    expect(await untouched.get('novelties', 'key')).toBe('kept');
    untouched.close();
  });

  it('makes room for a page of a newer version that wants to upgrade it', async () => {
    await open();

    const newer = await openDB(databaseName, databaseVersion + 1);

    expect(newer.version).toBe(databaseVersion + 1);
    newer.close();
  });
});

describe('a history that is kept open', () => {
  it('has one connection, and a new one where the browser has closed it', async () => {
    const history = createHistory();
    const first = await history();
    await recordRound(first, { round: aRound(), standings: [], full: false });
    expect(await history()).toBe(first);

    forceCloseDatabase(unwrap(first) as never);
    await expect(allRounds(first)).rejects.toThrow();

    const second = await history();
    expect(await allRounds(second)).toEqual([aRound()]);
    second.close();
  });

  it('is tried again where it could not be opened', async () => {
    const newer = await openDB(databaseName, databaseVersion + 1);
    const history = createHistory();
    await expect(history()).rejects.toMatchObject({ name: 'VersionError' });
    newer.close();
    await deleteDB(databaseName);

    const opened = await history();

    expect(opened.version).toBe(databaseVersion);
    opened.close();
  });
});
