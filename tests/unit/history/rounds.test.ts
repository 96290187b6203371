import { afterEach, describe, expect, it, vi } from 'vitest';
import { lastFullAt, lastRoute, readStandings } from '../../../lib/history/facts.ts';
import { readIndex } from '../../../lib/history/index/store.ts';
import { appendJournal, readJournal } from '../../../lib/history/journal.ts';
import type { History } from '../../../lib/history/open.ts';
import { findRound, latestRound, recentRounds, recordRound } from '../../../lib/history/rounds.ts';
import { createSeal, newKey, type Sealed } from '../../../lib/history/seal.ts';
import { at } from '../../helpers/clock.ts';
import { allRounds, useHistory } from '../../helpers/history.ts';
import { aPlan, aRound, aSignal, aStanding, planEntry, standingsOf } from '../../helpers/rounds.ts';

const open = useHistory();
/** A value that JSON does not have. */
const unwritable = 1n as never;

afterEach(() => {
  vi.restoreAllMocks();
});

/** Writes rounds that started at these minutes. */
async function aHistoryOf(...minutes: number[]) {
  const history = await open();
  for (const minute of minutes) {
    const round = aRound({ id: `round-${minute}`, startedAt: at(60 * minute) });
    await recordRound(history, { round, standings: [], full: false });
  }
  return history;
}

describe('a finished round', () => {
  it('is written with its standings, and clears its journal', async () => {
    const history = await open();
    await appendJournal(history, [planEntry(aPlan())]);

    await recordRound(history, { round: aRound(), standings: [aStanding()], full: true });

    expect(await findRound(history, 'round-1')).toEqual(aRound());
    expect(await readStandings(history)).toEqual(standingsOf(aStanding()));
    expect(await lastFullAt(history)).toBe(at(0));
    expect(await readJournal(history)).toEqual([]);
  });

  it('replaces the latest with the same id, whose states alone were known before', async () => {
    const history = await aHistoryOf(0, 1);
    const before = aRound({ id: 'round-2', startedAt: at(120) });
    await recordRound(history, { round: before, standings: [], full: false });
    const after = { ...before, finishedAt: at(200) };

    await recordRound(history, { round: after, standings: [], full: false });

    expect((await allRounds(history)).map(({ id }) => id)).toEqual([
      'round-0',
      'round-1',
      'round-2',
    ]);
    expect(await latestRound(history)).toEqual(after);
  });

  it('is written beside another that is written at the same time', async () => {
    const history = await open();
    const rounds = ['one', 'other', 'third'].map((id) => aRound({ id }));

    await Promise.all(
      rounds.map((round) => recordRound(history, { round, standings: [], full: false })),
    );

    expect((await allRounds(history)).map(({ id }) => id).toSorted()).toEqual([
      'one',
      'other',
      'third',
    ]);
    expect((await readIndex(history)).through).toBe(3);
  });

  it('sets the last route until another round checks it', async () => {
    const history = await open();
    const routing = { ...aRound().routing, signals: [aSignal()] };
    expect(await lastRoute(history)).toBeNull();

    await recordRound(history, { round: aRound({ routing }), standings: [], full: true });
    const pulse = aRound({ id: 'round-2', startedAt: at(900) });
    await recordRound(history, { round: pulse, standings: [], full: false });

    expect(await lastRoute(history)).toEqual({ at: at(0), routing });
  });

  it('does not change the last full round where it was not full', async () => {
    const history = await open();

    await recordRound(history, { round: aRound(), standings: [], full: false });

    expect(await lastFullAt(history)).toBeNull();
  });

  it('replaces the standings of its own services only', async () => {
    const history = await open();
    const other = aStanding({ service: 'other' });
    const blocked = aStanding({ state: 'blocked' });
    await recordRound(history, { round: aRound(), standings: [aStanding(), other], full: false });

    await recordRound(history, { round: aRound(), standings: [blocked], full: false });

    expect(await readStandings(history)).toEqual(standingsOf(blocked, other));
  });

  it.each([
    ['the round', { round: aRound({ software: unwritable }), standings: [aStanding()] }],
    ['a standing', { round: aRound(), standings: [aStanding({ rounds: unwritable })] }],
  ])('leaves all as it was where %s cannot be sealed', async (_case, finished) => {
    const history = await open();
    await appendJournal(history, [planEntry(aPlan())]);

    const recording = recordRound(history, { ...finished, full: true });

    await expect(recording).rejects.toThrow(TypeError);
    await expectUntouched(history);
  });

  it('leaves all as it was where the last write fails', async () => {
    const history = await open();
    await appendJournal(history, [planEntry(aPlan())]);
    vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    });

    const finished = { round: aRound(), standings: [aStanding()], full: true };

    await expect(recordRound(history, finished)).rejects.toThrow('The disk is full.');
    await expectUntouched(history);
  });
});

async function expectUntouched(history: History): Promise<void> {
  expect(await allRounds(history)).toEqual([]);
  expect(await readStandings(history)).toEqual(new Map());
  expect(await lastFullAt(history)).toBeNull();
  expect(await readJournal(history)).toHaveLength(1);
}

describe('the rounds of a history', () => {
  it('are all read oldest first', async () => {
    const history = await aHistoryOf(1, 2, 3);

    const rounds = await allRounds(history);

    expect(rounds.map((round) => round.id)).toEqual(['round-1', 'round-2', 'round-3']);
  });

  it('are read newest first, up to the limit', async () => {
    const history = await aHistoryOf(1, 2, 3);

    const rounds = await recentRounds(history, 2);

    expect(rounds.map((round) => round.id)).toEqual(['round-3', 'round-2']);
  });

  it('are all read where the limit exceeds their number', async () => {
    expect(await recentRounds(await aHistoryOf(1, 2), 10)).toHaveLength(2);
  });

  it('are each found by their id', async () => {
    const history = await aHistoryOf(...Array.from({ length: 20 }, (_, minute) => minute));

    expect((await findRound(history, 'round-0'))?.startedAt).toBe(at(0));
    expect(await findRound(history, 'round-20')).toBeNull();
  });

  it('are read past one that is damaged or under another key, which stays', async () => {
    const history = await aHistoryOf(1, 2);
    const other = await createSeal({ current: newKey(), former: null });
    await history.database.add('sealedRounds', (await other?.close(aRound())) as Sealed);
    const broken = { iv: new ArrayBuffer(12), data: new ArrayBuffer(40) };
    await history.database.add('sealedRounds', broken);

    expect((await latestRound(history))?.id).toBe('round-2');
    expect(await allRounds(history)).toHaveLength(2);
    expect(await history.database.count('sealedRounds')).toBe(4);
  });

  it('cannot be read without a key', async () => {
    const { database } = await aHistoryOf(1);

    expect(await allRounds({ database, seal: null })).toEqual([]);
    expect(await readStandings({ database, seal: null })).toEqual(new Map());
    expect(await readJournal({ database, seal: null })).toEqual([]);
  });

  it('have the one that was recorded last as their latest', async () => {
    const history = await aHistoryOf(1, 2, 3);

    expect((await latestRound(history))?.id).toBe('round-3');
  });

  it('are empty without a recorded round', async () => {
    const history = await open();

    expect(await latestRound(history)).toBeNull();
    expect(await findRound(history, 'round-1')).toBeNull();
    expect(await recentRounds(history, 5)).toEqual([]);
    expect(await allRounds(history)).toEqual([]);
    expect(await readStandings(history)).toEqual(new Map());
    expect(await lastFullAt(history)).toBeNull();
  });
});
