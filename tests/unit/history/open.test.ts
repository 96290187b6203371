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

  it('keeps its contents when it is opened again', async () => {
    const history = await open();
    await recordRound(history, { round: aRound(), standings: [], full: false });
    history.close();

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

    await expect(openHistory()).rejects.toMatchObject({ name: 'VersionError' });

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

  it('opens on the next call where it failed to open', async () => {
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
