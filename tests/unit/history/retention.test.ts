import { describe, expect, it } from 'vitest';
import { forgetOldRounds } from '../../../lib/history/retention.ts';
import { allRounds, recordRound } from '../../../lib/history/rounds.ts';
import { at, dateAt } from '../../helpers/clock.ts';
import { useHistory } from '../../helpers/history.ts';
import { aRound } from '../../helpers/rounds.ts';

const open = useHistory();
const days = 30;
const keptSeconds = days * 24 * 60 * 60;

describe('rounds older than they are to be kept', () => {
  it('are deleted, and no newer ones', async () => {
    const history = await open();
    const ages = { ancient: 2 * keptSeconds, old: keptSeconds + 1, edge: keptSeconds, young: 60 };
    for (const [id, age] of Object.entries(ages)) {
      const round = aRound({ id, startedAt: at(-age) });
      await recordRound(history, { round, standings: [], full: false });
    }

    expect(await forgetOldRounds(history, days, dateAt(0))).toBe(2);

    expect((await allRounds(history)).map((round) => round.id)).toEqual(['edge', 'young']);
  });

  it('stay behind a young one', async () => {
    const history = await open();
    for (const age of [60, 2 * keptSeconds]) {
      const round = aRound({ id: `${age}`, startedAt: at(-age) });
      await recordRound(history, { round, standings: [], full: false });
    }

    expect(await forgetOldRounds(history, days, dateAt(0))).toBe(0);
    expect(await allRounds(history)).toHaveLength(2);
  });
});
