import { expect, it } from 'vitest';
import { readStretch } from '../../../lib/history/read-stretch.ts';
import { recordRound } from '../../../lib/history/rounds.ts';
import { at } from '../../helpers/clock.ts';
import { useHistory } from '../../helpers/history.ts';
import { aRound } from '../../helpers/rounds.ts';

const all = { after: null, from: null, to: null, services: null };
const openHistory = useHistory();

it('reads the whole history in stretches, with what is selected', async () => {
  const history = await openHistory();
  const numbers = Array.from({ length: 100 }, (_, index) => index);
  for (const number of numbers) {
    const round = aRound({ id: `round-${number}`, startedAt: at(60 * number) });
    await recordRound(history, { round, standings: [], full: true });
  }

  const first = await readStretch(history, { ...all, from: at(60 * 10) });
  const second = await readStretch(history, { ...all, from: at(60 * 10), after: first.last });

  expect(first).toMatchObject({ read: 64, total: 100 });
  expect(second).toMatchObject({ read: 36, total: 100, last: null });
  const ids = [...first.rounds, ...second.rounds].map(({ id }) => id);
  expect(ids).toEqual(numbers.slice(10).map((number) => `round-${number}`));
});

it('ends where the history ends', async () => {
  const history = await openHistory();
  expect(await readStretch(history, all)).toEqual({
    rounds: [],
    read: 0,
    total: 0,
    last: null,
  });
});
