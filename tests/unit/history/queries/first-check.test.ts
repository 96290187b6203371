import { expect, it } from 'vitest';
import { readFirstCheck } from '../../../../lib/history/queries/first-check.ts';
import { recordRound } from '../../../../lib/history/rounds.ts';
import { at } from '../../../helpers/clock.ts';
import { useHistory } from '../../../helpers/history.ts';
import { aRound } from '../../../helpers/rounds.ts';

const open = useHistory();
const day = 24 * 60 * 60;

it('is the oldest that anything is known of', async () => {
  const history = await open();
  expect(await readFirstCheck(history)).toBeNull();

  for (const seconds of [0, 900, 2 * day]) {
    const round = aRound({ id: `round-${seconds}`, startedAt: at(seconds) });
    await recordRound(history, { round, standings: [], full: false });
  }

  expect(await readFirstCheck(history)).toBe(at(0));
  expect(await readFirstCheck({ ...history, seal: null })).toBeNull();
});
