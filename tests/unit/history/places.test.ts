import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markBegun } from '../../../lib/history/beginning.ts';
import { readEnd } from '../../../lib/history/history-end.ts';
import { databaseVersion } from '../../../lib/history/migrations.ts';
import { makeHistory } from '../../../lib/history/new-history.ts';
import { createOwnHistory, type OwnHistory } from '../../../lib/history/own-history.ts';
import type { HistoryPlace, Places } from '../../../lib/history/places.ts';
import { recordRound } from '../../../lib/history/rounds.ts';
import { databaseName } from '../../../lib/history/schema.ts';
import { newKey } from '../../../lib/history/seal.ts';
import { at } from '../../helpers/clock.ts';
import { allRounds, someKeys } from '../../helpers/history.ts';
import { aRound } from '../../helpers/rounds.ts';

let keys: ReturnType<typeof someKeys>;
let history: OwnHistory;
/** Happens once the places were read for the next time. */
let meanwhile: (() => Promise<unknown>) | undefined;
beforeEach(() => {
  keys = someKeys();
  meanwhile = undefined;
  history = createOwnHistory({
    ...keys,
    async places() {
      const found = await keys.places();
      const happens = meanwhile;
      meanwhile = undefined;
      await happens?.();
      return found;
    },
  });
});
afterEach(() => history.destroy());

const other: HistoryPlace = { database: 'other', keys: { current: newKey(), former: null } };

function setAside(...names: string[]): Promise<Places> {
  const added = names.map((database) => ({ ...other, database, why: 'newer' as const, at: at(0) }));
  return keys.change((before) => ({ ...before, setAside: [...before.setAside, ...added] }));
}

async function record(id: string): Promise<void> {
  const round = aRound({ id });
  await recordRound(await history.toWrite(), { round, standings: [], full: true });
}

/** Goes on in a history with one round, as a page builds it. */
async function restore(): Promise<boolean> {
  const end = await readEnd((await history.toRead()).database);
  return makeHistory(
    async (target) => {
      await markBegun(target);
      await recordRound(target, { round: aRound({ id: 'restored' }), standings: [], full: true });
    },
    (place) => history.switchTo({ ...place, end }, {}),
  );
}

async function makeNewer(): Promise<void> {
  (await openDB(databaseName, databaseVersion + 1)).close();
}

const namesAside = async () => (await keys.places()).setAside.map(({ database }) => database);
const idsNow = async () => (await allRounds(await history.toRead())).map(({ id }) => id);
const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

describe('deleting a history that was set aside', () => {
  it('brings none back that is deleted at the same time', async () => {
    await setAside('one', 'two', 'three');

    await Promise.all(['one', 'three'].map((name) => history.deleteSetAside(name)));

    expect(await namesAside()).toEqual(['two']);
  });

  it('leaves what was restored while it waited for a page', async () => {
    await record('before');
    await setAside('one');
    const page = await openDB('one');
    const deleting = history.deleteSetAside('one');

    expect(await restore()).toBe(true);
    page.close();
    await deleting;

    expect(await namesAside()).toEqual([]);
    expect(await idsNow()).toEqual(['restored']);
  });
});

describe('going on in another history', () => {
  it('brings none back that is deleted while it looks at the one in use', async () => {
    await record('before');
    await setAside('one', 'two');
    const { database } = await history.toRead();
    const end = await readEnd(database);

    const isUsed = await makeHistory(markBegun, (place) => {
      meanwhile = () => history.deleteSetAside('one');
      return history.switchTo({ ...place, end }, {});
    });

    expect(isUsed).toBe(true);
    expect(await namesAside()).toEqual(['two']);
  });

  it('changes nothing where the one in use has become another meanwhile', async () => {
    await record('before');
    const end = await readEnd((await history.toRead()).database);

    const isUsed = await makeHistory(markBegun, (place) => {
      meanwhile = () => keys.change((before) => ({ ...before, current: other }));
      return history.switchTo({ ...place, end }, {});
    });

    expect(isUsed).toBe(false);
    expect((await keys.places()).current).toEqual(other);
    expect(await databases()).toEqual([databaseName]);
  });

  it('changes nothing where the one in use has got another key meanwhile', async () => {
    await record('before');
    const end = await readEnd((await history.toRead()).database);
    const anew = { ...other, database: databaseName };

    const isUsed = await makeHistory(markBegun, (place) => {
      meanwhile = () => keys.change((before) => ({ ...before, current: anew }));
      return history.switchTo({ ...place, end }, {});
    });

    expect(isUsed).toBe(false);
    expect((await keys.places()).current).toEqual(anew);
  });
});

describe('setting a history aside', () => {
  it('brings none back that is deleted at the same time', async () => {
    await makeNewer();
    await setAside('one', 'two');
    meanwhile = () => history.deleteSetAside('one');

    await history.mend();

    expect(await namesAside()).toEqual(['two', databaseName]);
  });

  it('changes nothing where another is in use meanwhile', async () => {
    await makeNewer();
    meanwhile = () => keys.change((before) => ({ ...before, current: other }));

    await history.mend();

    expect(await keys.places()).toEqual({ current: other, setAside: [] });
    expect(await databases()).toEqual([databaseName]);
  });
});

describe('a first key', () => {
  it('is not made where another history is in use meanwhile', async () => {
    await history.toRead();
    const late = createOwnHistory({
      ...keys,
      async change(make) {
        await keys.change((before) => ({ ...before, current: other }));
        return keys.change(make);
      },
    });

    await late.toWrite();

    expect((await keys.places()).current).toEqual(other);
    await late.destroy();
  });
});
