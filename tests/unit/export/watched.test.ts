import { expect, it } from 'vitest';
import { watched } from '../../../lib/export/watched.ts';
import { someRounds } from '../../helpers/exports.ts';
import { exampleRound } from './example-round.ts';

const rounds = someRounds([exampleRound(), exampleRound({ id: 'round-2' })]);

it('counts the rounds each time they are read', async () => {
  let count = 0;
  const signal = new AbortController().signal;
  const counted = watched(rounds, { signal, onRound: () => (count += 1) });

  for (const times of [1, 2]) {
    expect(await Array.fromAsync(counted, ({ id }) => id)).toEqual(['round-1', 'round-2']);
    expect(count).toBe(2 * times);
  }
});

it('ends with the reason for which it is cancelled', async () => {
  const cancelling = new AbortController();
  const seen: string[] = [];
  const reading = async () => {
    const options = { signal: cancelling.signal, onRound: () => {} };
    for await (const { id } of watched(rounds, options)) {
      seen.push(id);
      cancelling.abort(new Error('enough'));
    }
  };

  await expect(reading()).rejects.toThrow('enough');
  expect(seen).toEqual(['round-1']);
});
