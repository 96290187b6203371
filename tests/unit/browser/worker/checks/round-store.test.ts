import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createRoundStore } from '../../../../../lib/browser/worker/checks/round-store.ts';
import { readLatest } from '../../../../../lib/history/latest.ts';
import { createOwnHistory } from '../../../../../lib/history/own-history.ts';
import { createRewriting } from '../../../../../lib/history/rewriting/rewriting.ts';
import type { Round } from '../../../../../lib/model/round.ts';
import { at } from '../../../../helpers/clock.ts';
import { allRounds, someKeys } from '../../../../helpers/history.ts';
import { interruptedAt } from '../../../../helpers/interrupted-history.ts';
import { alone } from '../../../../helpers/own-history.ts';
import { aRound, aSignal } from '../../../../helpers/rounds.ts';

const dayS = 24 * 60 * 60;

beforeEach(() => fakeBrowser.reset());

/** A round of a day of its own, which no dictionary of another suits. */
function withExit(id: string, days: number): Round {
  const exit = { exitCountry: 'NL', exitAsn: 64_500 };
  const routing = { ...aRound().routing, signals: [aSignal()], ...exit };
  return aRound({ id, startedAt: at(days * dayS), routing });
}

it('keeps no exit of a round where that is unticked at any moment of its recording', async () => {
  const report = (round: Round) => ({ round, standings: [], full: false });
  let questions = 0;
  for (let isOver = false; !isOver; ) {
    const keys = someKeys();
    const history = createOwnHistory(keys);
    let keepsExits = true;
    const recordsExit = async () => keepsExits;
    await createRoundStore(history, recordsExit).recordRound(report(withExit('round-1', 0)));
    questions += 1;
    const untick = async () => {
      keepsExits = false;
      const rewriting = createRewriting(history, keys, alone);
      await rewriting.note({ exits: true });
      await rewriting.run();
    };
    const recording = interruptedAt(questions, history, untick);
    const store = createRoundStore(recording.history, recordsExit);
    await store.recordRound(report(withExit('round-2', 1)));

    isOver = !recording.isInterrupted();
    const read = await history.toRead();
    const rounds = await allRounds(read);
    expect(rounds.map(({ id }) => id)).toEqual(['round-1', 'round-2']);
    const { round, route } = await readLatest(read);
    const exits = [...rounds, round, route].map((one) => one?.routing.exitCountry);
    const expected = exits.map(() => (isOver ? 'NL' : undefined));
    expect(exits, `at question ${questions}`).toEqual(expected);
    await history.destroy();
  }
  expect(questions).toBeGreaterThan(4);
});
