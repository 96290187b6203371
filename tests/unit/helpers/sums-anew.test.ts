import { beforeEach, expect, it } from 'vitest';
import type { WritableHistory } from '../../../lib/history/open.ts';
import { thinOut } from '../../../lib/history/retention/thin-out.ts';
import type { Transition } from '../../../lib/model/transition.ts';
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
  const { rounds, ...sums } = await kept();

  expect(await differencesIn({ rounds: rounds.slice(1), ...sums })).toEqual([
    'days differ',
    'sums of months differ',
    'transitions differ',
  ]);
  await thinOut(history, 1);
  expect(await differencesIn(await kept())).toContain('days differ');
});

it('finds sums of months that are not those of the days', async () => {
  const { months, ...others } = await kept();
  const twice = months.map((month) => ({ days: month.days.concat(month.days.slice(-1)) }));

  expect(await differencesIn({ ...others, months: twice })).toEqual(['sums of months differ']);
});

it('finds a transition that is lost, and one that is told otherwise', async () => {
  const { transitions, ...others } = await kept();
  const otherwise = (change: (all: Transition[]) => Transition[]) =>
    differencesIn({
      ...others,
      transitions: transitions.map((record) => ({ transitions: change(record.transitions) })),
    });

  expect(await otherwise((all) => all.slice(1))).toEqual(['transitions differ']);
  for (const part of [{ number: 1 }, { service: 'mail' }, { from: 'blocked' }, { to: 'blocked' }]) {
    const changed = otherwise((all) => all.map((one) => ({ ...one, ...part }) as Transition));
    expect(await changed, Object.keys(part).join()).toEqual(['transitions differ']);
  }
});

it('finds no history the same that has no rounds', async () => {
  const { rounds: _rounds, ...sums } = await kept();

  expect(await differencesIn({ rounds: [], ...sums })).toContain('no rounds to compare');
  expect(await differencesIn({ rounds: [], days: [], months: [], transitions: [] })).toEqual([
    'no rounds to compare',
  ]);
});
