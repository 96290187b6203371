import { expect, it } from 'vitest';
import { resultOptions } from '../../../../scripts/check/result-options.ts';
import { textOf } from '../../../helpers/exports.ts';
import { aRound } from '../../../helpers/rounds.ts';

const usual: Parameters<typeof resultOptions>[0] = {
  format: 'csv',
  label: null,
  rounds: 1,
  rotate: 'never',
};

/** Header and rows of a checked round. */
async function linesOf(options: typeof usual): Promise<string[]> {
  const text = await textOf('csv', [aRound()], resultOptions(options));
  return text.trimEnd().split('\r\n');
}

it('adds the network’s name as a column at the end, and changes no other', async () => {
  const named = await linesOf({ ...usual, label: ' Home ' });
  const others = await linesOf(usual);

  expect(named[0]).toBe(`${others[0]},network_label`);
  expect(named.slice(1)).toEqual(others.slice(1).map((row) => `${row},Home`));
  expect(others.length).toBeGreaterThan(1);
});

it('has no such column for an empty name', async () => {
  expect(await linesOf({ ...usual, label: ' ' })).toEqual(await linesOf(usual));
});
