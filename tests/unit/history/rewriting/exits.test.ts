import { describe, expect, it } from 'vitest';
import { lastFullAt, lastRoute, readStandings } from '../../../../lib/history/facts.ts';
import { readIndex } from '../../../../lib/history/index/store.ts';
import { appendJournal, readJournal } from '../../../../lib/history/journal.ts';
import { readLatest } from '../../../../lib/history/latest.ts';
import { createOwnHistory, type PlaceKeeper } from '../../../../lib/history/own-history.ts';
import { createRewriting } from '../../../../lib/history/rewriting/rewriting.ts';
import { recordRound } from '../../../../lib/history/rounds.ts';
import { newKey } from '../../../../lib/history/seal.ts';
import type { Round } from '../../../../lib/model/round.ts';
import { at } from '../../../helpers/clock.ts';
import { allRounds, aSeal } from '../../../helpers/history.ts';
import { interruptedAt } from '../../../helpers/interrupted-history.ts';
import { alone, useOwnHistory } from '../../../helpers/own-history.ts';
import {
  aPlan,
  aRound,
  aSignal,
  aStanding,
  planEntry,
  standingsOf,
} from '../../../helpers/rounds.ts';

const routing = { ...aRound().routing, signals: [aSignal()] };
const exit = { exitCountry: 'NL', exitAsn: 64_500 };

const own = useOwnHistory();

/** Notes that exits are to be forgotten, and returns what is to be run then. */
async function beginToForget(): Promise<{ run: () => Promise<void> }> {
  const rewriting = own.rewriting();
  await rewriting.note({ exits: true });
  return rewriting;
}

/** A round with an exit, and a journal of the next. */
async function aHistory(): Promise<void> {
  const round: Round = aRound({ routing: { ...routing, ...exit } });
  const writable = await own.history.toWrite();
  await recordRound(writable, { round, standings: [aStanding()], full: true });
  await appendJournal(writable, [planEntry(aPlan())]);
}

async function expectForgotten(former: string): Promise<void> {
  const read = await own.history.toRead();
  expect(await allRounds(read)).toEqual([aRound({ routing })]);
  expect(await lastRoute(read)).toEqual({ at: at(0), routing });
  expect(await readLatest(read)).toEqual({
    round: aRound({ routing }),
    route: { at: at(0), routing },
  });
  expect(await readStandings(read)).toEqual(standingsOf(aStanding()));
  expect(await lastFullAt(read)).toBe(at(0));
  expect(await readJournal(read)).toEqual([planEntry(aPlan())]);
  expect(own.keys.saved.at(-1)).toEqual({ current: expect.any(String), former: null });
  expect(await allRounds({ ...read, seal: await aSeal(former) }), 'the old key').toEqual([]);
}

describe('forgetting exits', () => {
  it('leaves all else, under a new key', async () => {
    await aHistory();
    const former = own.keys.saved[0]?.current ?? '';

    const { run } = await beginToForget();
    expect(await allRounds(await own.history.toRead()), 'readable meanwhile').toHaveLength(1);
    await run();

    await expectForgotten(former);
  });

  it('goes on where it was interrupted', async () => {
    await aHistory();
    const former = own.keys.saved[0]?.current ?? '';
    await beginToForget();
    let changes = 0;
    const dying: PlaceKeeper = {
      ...own.keys,
      async change(change) {
        changes += 1;
        if (changes === 2) throw new Error('The worker died.');
        return own.keys.change(change);
      },
    };
    await expect(createRewriting(own.history, dying, alone).run()).rejects.toThrow('died');

    await createRewriting(createOwnHistory(own.keys), own.keys, alone).run();

    await expectForgotten(former);
  });

  it('goes on with what a version without a list had begun', async () => {
    await aHistory();
    const former = own.keys.saved[0]?.current ?? '';
    own.keys.saved.push({ current: newKey(), former });

    await own.rewriting().run();

    await expectForgotten(former);
  });

  it('keeps a round that was recorded meanwhile, with either key', async () => {
    await aHistory();
    const before = await own.history.toWrite();
    const { run } = await beginToForget();
    const finishing = run();
    const round = aRound({ id: 'round-2' });
    await recordRound(before, { round, standings: [], full: false });

    await finishing;

    const ids = (await allRounds(await own.history.toRead())).map(({ id }) => id);
    expect(ids).toEqual(['round-1', 'round-2']);
    expect(await readJournal(await own.history.toRead()), 'not written back').toEqual([]);
    expect((await readLatest(await own.history.toRead())).route).toEqual({ at: at(0), routing });
  });

  it('keeps a round, and what is known of others, at whatever moment of its recording that was', async () => {
    const standings = [aStanding(), aStanding({ service: 'talk' })];
    let questions = 0;
    for (let isOver = false; !isOver; ) {
      await own.beginAnew();
      const round = aRound({ routing: { ...routing, ...exit } });
      await recordRound(await own.history.toWrite(), { round, standings, full: true });
      questions += 1;
      const forget = async () => (await beginToForget()).run();
      const recording = interruptedAt(questions, own.history, forget);
      const next = { round: aRound({ id: 'round-2' }), standings: [aStanding()], full: false };
      const anew = async () => ({ history: await own.history.toWrite(), finished: next });
      await recordRound(await recording.history.toWrite(), next, anew);

      isOver = !recording.isInterrupted();
      const read = await own.history.toRead();
      const seen = {
        ids: (await allRounds(read)).map(({ id }) => id),
        standings: await readStandings(read),
        through: (await readIndex(read)).through,
      };
      const expected = { ids: ['round-1', 'round-2'], standings: standingsOf(...standings) };
      expect(seen, `at question ${questions}`).toEqual({ ...expected, through: 2 });
    }
    expect(questions).toBeGreaterThan(3);
  });

  it('does nothing where nothing was kept, or nothing is noted', async () => {
    await (await beginToForget()).run();
    expect(own.keys.saved).toEqual([]);

    await aHistory();
    await own.rewriting().run();
    expect(own.keys.saved).toHaveLength(1);
  });
});
