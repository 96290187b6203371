import { expect, it } from 'vitest';
import type { Round } from '../../../lib/model/round.ts';
import { readWaiting } from '../../../lib/upload/read-waiting.ts';
import { at } from '../../helpers/clock.ts';
import { aRound } from '../../helpers/rounds.ts';

const rounds = [0, 1, 2, 3, 4, 5].map((n) => aRound({ id: `${n}`, startedAt: at(900 * n) }));

/** A history that notes what was read of it. */
function aHistory() {
  const opened: string[] = [];
  async function* read(from: string): AsyncGenerator<Round> {
    for (const round of rounds.filter(({ startedAt }) => startedAt >= from)) {
      opened.push(round.id);
      yield round;
    }
  }
  return { opened, read };
}

const waitingOf = (...ids: string[]) =>
  ids.map((id) => ({ id, startedAt: at(900 * Number.parseInt(id, 10)) }));

it('finds the rounds that wait, and opens no others than those between', async () => {
  const { opened, read } = aHistory();

  const found = await readWaiting(waitingOf('1', '3'), read);

  expect(found.map(({ id }) => id)).toEqual(['1', '3']);
  expect(opened).toEqual(['1', '2', '3']);
});

it('does not look for deleted ones through the rest of the history', async () => {
  const { opened, read } = aHistory();

  expect(await readWaiting(waitingOf('1-deleted', '2-deleted'), read)).toEqual([]);

  expect(opened).toEqual(['1', '2', '3']);
});

it('opens nothing for nothing', async () => {
  const { opened, read } = aHistory();

  expect(await readWaiting([], read)).toEqual([]);
  expect(opened).toEqual([]);
});
