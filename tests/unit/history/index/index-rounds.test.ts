import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { indexRounds } from '../../../../lib/history/index/index-rounds.ts';
import { emptyIndex, type HistoryIndex } from '../../../../lib/history/index/records.ts';
import { readIndex } from '../../../../lib/history/index/store.ts';
import type { WritableHistory } from '../../../../lib/history/open.ts';
import { forgetDays } from '../../../../lib/history/retention/forget-days.ts';
import { recordRound } from '../../../../lib/history/rounds.ts';
import { aSeal, useHistory } from '../../../helpers/history.ts';
import { indexContents, recordNumbers } from '../../../helpers/indexed-history.ts';
import { aRound } from '../../../helpers/rounds.ts';

const open = useHistory();

let history: WritableHistory;
beforeEach(async () => {
  history = await open();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const record = (from: number, to: number) => recordNumbers(history, from, to);
const contents = () => indexContents(history);

/** As a database looks that version 2 wrote. */
async function loseIndex(): Promise<void> {
  await history.database.delete('sealedFacts', 'index');
}

describe('the index of rounds', () => {
  it('is the same where it was made with the rounds, or afterwards', async () => {
    await record(1, 80);
    const before = await contents();
    expect((before[0] as HistoryIndex).through).toBe(80);
    expect(await history.database.count('sealedTransitions')).toBeGreaterThan(1);

    await loseIndex();
    await indexRounds(async () => history);

    expect(await contents()).toEqual(before);
  });

  it('goes on where it was stopped, with rounds that were recorded meanwhile', async () => {
    await record(1, 41);
    await loseIndex();
    let asked = 0;
    await indexRounds(
      async () => history,
      () => {
        asked += 1;
        return asked > 1;
      },
    );
    expect((await readIndex(history)).through).toBe(32);

    await record(42, 43);
    expect((await readIndex(history)).through, 'the earlier come first').toBe(32);
    await indexRounds(async () => history);
    await record(44, 44);

    const indexed = await contents();
    await loseIndex();
    await indexRounds(async () => history);
    expect(await contents()).toEqual(indexed);
    expect((indexed[0] as HistoryIndex).through).toBe(44);
  });

  it('takes nothing twice where rounds are recorded while it is made', async () => {
    await record(1, 33);
    await loseIndex();

    await Promise.all([indexRounds(async () => history), record(34, 36)]);
    await indexRounds(async () => history);

    const indexed = await contents();
    expect((indexed[0] as HistoryIndex).through).toBe(36);
    await loseIndex();
    await indexRounds(async () => history);
    expect(await contents()).toEqual(indexed);
  });

  it('stays as it was where a write fails, and is made then', async () => {
    await record(1, 3);
    await loseIndex();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    });
    await expect(indexRounds(async () => history)).rejects.toThrow('The disk is full.');
    expect(await readIndex(history)).toEqual(emptyIndex);
    expect(await history.database.count('sealedDays'), 'nor cleared').toBe(1);
    put.mockRestore();

    await indexRounds(async () => history);

    expect((await readIndex(history)).through).toBe(3);
  });

  it('leaves records behind that do not open', async () => {
    await record(1, 2);
    const broken = { iv: new ArrayBuffer(12), data: new ArrayBuffer(3) };
    await history.database.put('sealedRounds', broken, 3);
    await loseIndex();

    await indexRounds(async () => history);
    await record(4, 4);

    expect((await readIndex(history)).through).toBe(4);
  });

  it('is left alone where it is under a key that came meanwhile, and so are rounds', async () => {
    await record(1, 3);
    const place = async () => ({
      index: await history.database.get('sealedFacts', 'index'),
      days: await history.database.getAll('sealedDays'),
    });
    const before = await place();
    const withOldKey = { ...history, seal: await aSeal() };

    await recordRound(withOldKey, { round: aRound({ id: 'other' }), standings: [], full: false });
    await indexRounds(async () => withOldKey);
    expect(await forgetDays(withOldKey, { isOld: () => true, isMisdated: () => false })).toBeNull();

    expect(await place()).toEqual(before);
    expect(await history.database.count('sealedRounds')).toBe(4);
  });
});
