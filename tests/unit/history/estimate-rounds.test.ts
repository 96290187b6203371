import { expect, it } from 'vitest';
import { estimateRounds } from '../../../lib/history/estimate-rounds.ts';
import { recordRound } from '../../../lib/history/rounds.ts';
import { at } from '../../helpers/clock.ts';
import { useHistory } from '../../helpers/history.ts';
import { aRound } from '../../helpers/rounds.ts';

const openHistory = useHistory();

it('counts all rounds, and a period by its share of the time', async () => {
  const history = await openHistory();
  expect(await estimateRounds(history, { from: at(0) })).toBe(0);
  for (const minute of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
    const round = aRound({ id: `round-${minute}`, startedAt: at(60 * minute) });
    await recordRound(history, { round, standings: [], full: true });
  }

  expect(await estimateRounds(history, {})).toBe(11);
  expect(await estimateRounds(history, { from: at(300) })).toBe(6);
  expect(await estimateRounds(history, { from: at(-900), to: at(300) })).toBe(6);
  expect(await estimateRounds(history, { from: at(9_000) })).toBe(0);
});
