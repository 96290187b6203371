import { describe, expect, it } from 'vitest';
import { forgetOldRounds, keptDays } from '../../../lib/history/retention.ts';
import { allRounds, recordRound } from '../../../lib/history/rounds.ts';
import { at, dateAt } from '../../helpers/clock.ts';
import { useHistory } from '../../helpers/history.ts';
import { aRound } from '../../helpers/rounds.ts';

const open = useHistory();
const keptSeconds = keptDays * 24 * 60 * 60;

describe('rounds older than half a year', () => {
  it('are deleted, and no newer ones', async () => {
    const history = await open();
    const ages = { ancient: 2 * keptSeconds, old: keptSeconds + 1, edge: keptSeconds, young: 60 };
    for (const [id, age] of Object.entries(ages)) {
      const round = aRound({ id, startedAt: at(-age) });
      await recordRound(history, { round, standings: [], full: false });
    }

    await forgetOldRounds(history, dateAt(0));

    expect((await allRounds(history)).map((round) => round.id)).toEqual(['edge', 'young']);
  });
});
