import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { indexRounds } from '../../../../lib/history/index/index-rounds.ts';
import { indexVersion } from '../../../../lib/history/index/records.ts';
import { repairIndex } from '../../../../lib/history/index/repair.ts';
import { readIndex } from '../../../../lib/history/index/store.ts';
import type { WritableHistory } from '../../../../lib/history/open.ts';
import { createOwnHistory } from '../../../../lib/history/own-history.ts';
import { readBars, spans } from '../../../../lib/history/queries/bars.ts';
import { thinOut } from '../../../../lib/history/retention/thin-out.ts';
import { indexedPlace } from '../../../../lib/history/rewriting/indexed-place.ts';
import { dateAt } from '../../../helpers/clock.ts';
import { Death } from '../../../helpers/dying-history.ts';
import { withFailingWrite } from '../../../helpers/failing-write.ts';
import {
  allRounds,
  allTransitions,
  aSeal,
  someKeys,
  useHistory,
} from '../../../helpers/history.ts';
import { indexContents, indexRecords, recordNumbers } from '../../../helpers/indexed-history.ts';

const open = useHistory();
const damaged = () => ({ iv: new ArrayBuffer(12), data: new ArrayBuffer(3) });

let history: WritableHistory;
beforeEach(async () => {
  history = await open();
});

const damageIndex = () => history.database.put('sealedFacts', damaged(), 'index');

async function mend(): Promise<void> {
  expect(await repairIndex(async () => history)).toBe(true);
  await indexRounds(async () => history);
}

/** What pages read of it. */
async function told() {
  return {
    bars: await readBars(history, { ...spans.month, until: dateAt(0) }),
    hours: await readBars(history, { ...spans.week, until: dateAt(0) }),
    transitions: await allTransitions(history),
  };
}

describe('an index whose record does not open', () => {
  it('is made anew of its other records, and loses nothing of rounds that had no room', async () => {
    await recordNumbers(history, 1, 80);
    while (await thinOut(history, 1));
    expect((await allRounds(history)).length).toBeLessThan(6);
    const [index, ...records] = await indexContents(history);
    const before = await told();
    await damageIndex();

    await mend();

    const [indexAfter, ...recordsAfter] = await indexContents(history);
    expect(recordsAfter).toEqual(records);
    expect(indexAfter).toEqual({ ...(index as object), thinned: 0, emptied: 0 });
    expect(await told()).toEqual(before);
  });

  it('takes in the rounds that were recorded meanwhile, and the next', async () => {
    await recordNumbers(history, 1, 30);
    await damageIndex();
    await recordNumbers(history, 31, 33);
    await mend();
    await recordNumbers(history, 34, 40);

    const mended = await indexContents(history);
    expect(await readIndex(history)).toMatchObject({ version: indexVersion, through: 40 });
    await history.database.delete('sealedFacts', 'index');
    await indexRounds(async () => history);
    expect(mended).toEqual(await indexContents(history));
  });

  it('takes the rounds of latest days in again whose records do not open either', async () => {
    await recordNumbers(history, 1, 80);
    const before = await indexContents(history);
    const { day } = await readIndex(history);
    await damageIndex();
    for (const key of [day - 1, day]) await history.database.put('sealedDays', damaged(), key);

    await mend();

    expect(await indexContents(history)).toEqual(before);
  });

  it('keeps the sums of a day whose record does not open', async () => {
    await recordNumbers(history, 1, 80);
    const months = await indexRecords(history, 'sealedMonths');
    await damageIndex();
    await history.database.put('sealedDays', damaged(), 5);

    await mend();

    expect(await indexRecords(history, 'sealedMonths')).toEqual(months);
  });

  it('is brought up to date, as nothing tells of which version it was', async () => {
    await recordNumbers(history, 1, 20);
    const before = await indexContents(history);
    for (const [key, day] of await indexRecords(history, 'sealedDays')) {
      const rounds = day.rounds.map((round) => ({ ...round, route: 'direct' as const }));
      await history.database.put('sealedDays', await history.seal.close({ ...day, rounds }), key);
    }
    await damageIndex();

    await mend();

    expect(await indexContents(history)).toEqual(before);
  });

  it('stays as it was where a write fails, and is made then', async () => {
    await recordNumbers(history, 1, 40);
    const before = await indexContents(history);
    const { day } = await readIndex(history);
    let isDone = false;
    for (let failing = 1; !isDone; failing += 1) {
      await damageIndex();
      await history.database.put('sealedDays', damaged(), day);
      const records = await history.database.getAll('sealedMonths');
      isDone = await withFailingWrite(failing, () => repairIndex(async () => history));
      if (!isDone) expect(await history.database.getAll('sealedMonths')).toEqual(records);
      await indexedPlace(async () => history);
      expect(await indexContents(history)).toEqual(before);
    }
  });

  it('loses no sums by a deletion', async () => {
    await recordNumbers(history, 1, 80);
    while (await thinOut(history, 1));
    const before = await told();
    await damageIndex();

    await indexedPlace(async () => history);

    expect(await told()).toEqual(before);
  });

  it('is left alone where it was written meanwhile', async () => {
    await recordNumbers(history, 1, 10);
    const before = await indexContents(history);
    const index = await readIndex(history);
    await damageIndex();
    const interrupted: WritableHistory = {
      ...history,
      seal: {
        ...history.seal,
        async closeAsIs(value) {
          await history.database.put('sealedFacts', await history.seal.close(index), 'index');
          return history.seal.closeAsIs(value);
        },
      },
    };

    expect(await repairIndex(async () => interrupted)).toBe(false);
    expect(await indexContents(history)).toEqual(before);
  });

  it('is left alone where it is under a key that came meanwhile', async () => {
    await recordNumbers(history, 1, 10);
    const before = await indexContents(history);
    const former = { ...history, seal: await aSeal() };
    let asked = 0;

    const isMade = await repairIndex(async () => {
      asked += 1;
      return asked === 1 ? former : history;
    });

    expect(isMade).toBe(false);
    expect(await indexContents(history)).toEqual(before);
    expect(await repairIndex(async () => history), 'nor where it opens').toBe(false);
  });
});

describe("the worker's history", () => {
  let keys: ReturnType<typeof someKeys>;
  beforeEach(async () => {
    keys = someKeys();
    const { database, seal } = await createOwnHistory(keys).toWrite();
    await recordNumbers({ database, seal }, 1, 10);
    await database.put('sealedFacts', damaged(), 'index');
    database.close();
  });
  afterEach(() => createOwnHistory(keys).destroy());

  const mendedOnce = async () =>
    expect((await keys.places()).setAside).toMatchObject([{ why: 'mended' }]);

  it('makes a damaged index anew when it is opened, and tells that once', async () => {
    let notices = 0;

    for (let start = 0; start < 2; start += 1) {
      const own = createOwnHistory(keys, () => {
        notices += 1;
      });
      const opened = await own.toRead();
      await indexRounds(async () => opened);
      expect((await readIndex(opened)).through).toBe(10);
      opened.database.close();
    }

    expect(notices).toBe(1);
    await mendedOnce();
  });

  it('tells it though the worker dies before that is noted', async () => {
    const change = vi.spyOn(keys, 'change').mockRejectedValueOnce(new Death());
    const dying = createOwnHistory(keys);
    await expect(dying.toRead()).rejects.toThrow(Death);
    expect(change).toHaveBeenCalledOnce();

    (await createOwnHistory(keys).toRead()).database.close();

    await mendedOnce();
  });

  it('tells nothing of what could not be made anew, and tells it once it is', async () => {
    const own = createOwnHistory(keys);
    const isDone = await withFailingWrite(1, () => own.toRead());
    expect(isDone).toBe(false);
    expect((await keys.places()).setAside).toEqual([]);

    (await own.toRead()).database.close();

    await mendedOnce();
  });
});
