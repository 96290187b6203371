import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { markBegun } from '../../../lib/history/beginning.ts';
import { readEnd } from '../../../lib/history/history-end.ts';
import { makeHistory, type NewPlace } from '../../../lib/history/new-history.ts';
import { createOwnHistory, type OwnHistory } from '../../../lib/history/own-history.ts';
import { recordRound } from '../../../lib/history/rounds.ts';
import { deleteStrays, findStrays } from '../../../lib/history/strays.ts';
import { allRounds, someKeys } from '../../helpers/history.ts';
import { aRound } from '../../helpers/rounds.ts';

let keys: ReturnType<typeof someKeys>;
let history: OwnHistory;
beforeEach(() => {
  keys = someKeys();
  history = createOwnHistory(keys);
});
afterEach(() => history.destroy());

async function record(id: string): Promise<void> {
  const round = aRound({ id });
  await recordRound(await history.toWrite(), { round, standings: [], full: true });
}

const endNow = async () => readEnd((await history.toRead()).database);
const idsNow = async () => (await allRounds(await history.toRead())).map(({ id }) => id);
const databases = async () => (await indexedDB.databases()).map(({ name }) => name ?? '');

/** A history with one round, as a page builds it. */
async function built(use: (place: NewPlace) => Promise<boolean>): Promise<boolean> {
  return makeHistory(async (target) => {
    await markBegun(target);
    await recordRound(target, { round: aRound({ id: 'built' }), standings: [], full: true });
  }, use);
}

describe('another history', () => {
  it('takes the place of the one in use, which is deleted', async () => {
    await record('a');
    const end = await endNow();
    let name = '';

    const isUsed = await built((place) => {
      name = place.database;
      return history.switchTo({ ...place, end }, {});
    });

    expect(isUsed).toBe(true);
    expect(await idsNow()).toEqual(['built']);
    expect(await databases()).toEqual([name]);
    await record('b');
    expect(await idsNow()).toEqual(['built', 'b']);
  });

  it('is used though Firefox lists no database beside one whose file is damaged', async () => {
    await record('a');
    const end = await endNow();
    const damaged = () => Promise.reject(new DOMException('', 'UnknownError'));
    const listing = vi.spyOn(indexedDB, 'databases').mockImplementation(damaged);

    const isUsed = await built((place) => history.switchTo({ ...place, end }, {}));
    listing.mockRestore();

    expect(isUsed).toBe(true);
    expect(await idsNow()).toEqual(['built']);
  });

  it.each([
    ['has been recorded', (): Promise<void> => record('b')],
    ['has been recorded anew', (): Promise<void> => record('a')],
  ])('is not used where a round %s since', async (_what, happens) => {
    await record('a');
    const end = await endNow();
    await happens();
    const before = await idsNow();

    expect(await built((place) => history.switchTo({ ...place, end }, {}))).toBe(false);

    expect(await idsNow()).toEqual(before);
    expect(await databases()).toEqual(['dozvon']);
  });

  it('is refused where there is none, or none under the key', async () => {
    await record('a');
    const end = await endNow();
    const otherKey = btoa('b'.repeat(32));

    const missing = history.switchTo({ database: 'dozvon-0', key: otherKey, end }, {});
    await expect(missing).rejects.toThrow('database: found "dozvon-0"');
    const wrong = built((place) => history.switchTo({ ...place, key: otherKey, end }, {}));
    await expect(wrong).rejects.toThrow('built under that key');

    expect(await idsNow()).toEqual(['a']);
  });

  it('that cannot be filled leaves nothing', async () => {
    await record('a');
    const failing = makeHistory(
      async () => {
        throw new Error('The disk is full.');
      },
      async () => true,
    );

    await expect(failing).rejects.toThrow('The disk is full.');

    expect(await databases()).toEqual(['dozvon']);
  });
});

describe('databases without a place', () => {
  it('are found and deleted, and no others', async () => {
    const { current } = await keys.places();
    const aside = { ...current, database: 'aside', why: 'newer', at: '' } as const;
    await keys.change((before) => ({ ...before, setAside: [aside] }));
    for (const name of ['aside', 'dozvon-left']) (await openDB(name)).close();
    await record('a');

    const found = await findStrays(await keys.places());
    await deleteStrays(found);

    expect(found).toEqual(['dozvon-left']);
    expect(new Set(await databases())).toEqual(new Set(['aside', 'dozvon']));
  });
});
