import { expect, it } from 'vitest';
import type { Round } from '../../../lib/model/round.ts';
import { readWaiting } from '../../../lib/upload/read-waiting.ts';
import { at } from '../../helpers/clock.ts';
import { aRound } from '../../helpers/rounds.ts';

const roundAt = (hour: number) => aRound({ id: `${hour}`, startedAt: at(3600 * hour) });

/** A history of rounds, in the order of recording, that notes what was read of it. */
function aHistory(...hours: readonly number[]) {
  const opened: number[] = [];
  async function* read(from: string): AsyncGenerator<Round> {
    for (const hour of hours) {
      const round = roundAt(hour);
      if (round.startedAt < from) continue;
      opened.push(hour);
      yield round;
    }
  }
  return { opened, read };
}

const waitingOf = (...hours: readonly number[]) =>
  hours.map((hour) => ({ id: `${hour}`, startedAt: at(3600 * hour) }));

const idsOf = (rounds: readonly Round[]) => rounds.map(({ id }) => id);

const hundreds = Array.from({ length: 300 }, (_, hour) => hour);

it('finds the rounds that wait, and opens no others than those between', async () => {
  const { opened, read } = aHistory(0, 1, 2, 3, 4, 5);

  expect(idsOf(await readWaiting(waitingOf(1, 3), read))).toEqual(['1', '3']);

  expect(opened).toEqual([1, 2, 3]);
});

it('takes none for deleted before the end of the history, however many of a wrong clock come first', async () => {
  const future = hundreds.map((hour) => hour + 1000);
  const { opened, read } = aHistory(...future, 1, 2);

  expect(idsOf(await readWaiting(waitingOf(1, 2), read))).toEqual(['1', '2']);
  expect(await readWaiting(waitingOf(1.5), read)).toEqual([]);

  expect(opened.at(-1)).toBe(2);
});

it('does not take the rounds of a history that was written anew meanwhile for deleted', async () => {
  async function* read(): AsyncGenerator<Round> {
    for (const hour of hundreds) yield roundAt(hour);
    throw new Error('The history was written anew meanwhile.');
  }

  await expect(readWaiting(waitingOf(0, 1.5), read)).rejects.toThrow('written anew');
});

it('finds a round that was recorded after one of a clock that was ahead', async () => {
  const { read } = aHistory(0, 1, 200, 2, 3);

  expect(idsOf(await readWaiting(waitingOf(0, 2), read))).toEqual(['0', '2']);
  expect(idsOf(await readWaiting(waitingOf(3, 200), read))).toEqual(['3', '200']);
});

it('opens nothing for nothing', async () => {
  const { opened, read } = aHistory(0);

  expect(await readWaiting([], read)).toEqual([]);

  expect(opened).toEqual([]);
});
