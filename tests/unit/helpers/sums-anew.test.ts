import { beforeEach, expect, it } from 'vitest';
import type { WritableHistory } from '../../../lib/history/open.ts';
import { thinOut } from '../../../lib/history/retention/thin-out.ts';
import { useHistory } from '../../helpers/history.ts';
import { recordNumbers, roundsAndSums } from '../../helpers/indexed-history.ts';
import { differencesIn } from '../../helpers/sums-anew.ts';

const open = useHistory();

let history: WritableHistory;
beforeEach(async () => {
  history = await open();
  await recordNumbers(history, 1, 40);
});

const kept = () => roundsAndSums(history);

it('finds no difference where the sums are those of the rounds', async () => {
  expect(await differencesIn(await kept())).toEqual([]);
});

it('finds a round that is in no sum, and one that is in the sums alone', async () => {
  const { rounds, days, months } = await kept();

  expect(await differencesIn({ rounds: rounds.slice(1), days, months })).toEqual([
    'days differ',
    'sums of months differ',
  ]);
  await thinOut(history, 1);
  expect(await differencesIn(await kept())).toContain('days differ');
});

it('finds sums of months that are not those of the days', async () => {
  const { rounds, days, months } = await kept();
  const twice = months.map((month) => ({ days: month.days.concat(month.days.slice(-1)) }));

  expect(await differencesIn({ rounds, days, months: twice })).toEqual(['sums of months differ']);
});
