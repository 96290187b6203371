import { describe, expect, it } from 'vitest';
import { compareExits, type RememberedExit } from '../../../lib/routing/compare-exits.ts';
import {
  compareWatchedExit,
  minutesToNextWatch,
  type WatchMemory,
} from '../../../lib/routing/watch.ts';

const newSalt = () => 'salt';
const exitIn = (country: string) => ({ country, asn: null });

async function remember(country: string | null): Promise<RememberedExit | null> {
  if (country === null) return null;
  return (await compareExits(null, exitIn(country), newSalt)).remembered;
}

async function watched(country: string | null, consecutiveMoves = 0): Promise<WatchMemory | null> {
  const exit = await remember(country);
  return exit && { exit, consecutiveMoves };
}

describe('a watch of the exit', () => {
  it.each([
    ['NL', 'RU', 'RU', true, 'it moved'],
    ['RU', 'RU', 'RU', false, 'it did not'],
    ['NL', 'RU', null, true, 'it moved before the first watch'],
    ['NL', null, 'RU', true, 'it moved before the first round told'],
    ['NL', null, null, false, 'there is nothing to compare with'],
    ['NL', 'NL', 'RU', false, 'a round has seen it meanwhile'],
    ['NL', 'RU', 'NL', false, 'its echo disagrees with the others, or the round could not tell'],
  ])(
    'sees %s after %s in the round and %s in the watch: %s, as %s',
    async (now, round, watch, hasMoved, _why) => {
      const before = { round: await remember(round), watch: await watched(watch) };

      expect((await compareWatchedExit(before, exitIn(now), newSalt)).hasMoved).toBe(hasMoved);
    },
  );

  it('counts how often on end it moved', async () => {
    const round = await remember('RU');
    const moved = await compareWatchedExit(
      { round, watch: await watched('FI', 2) },
      exitIn('NL'),
      newSalt,
    );
    const rests = await compareWatchedExit(
      { round, watch: moved.remembered },
      exitIn('NL'),
      newSalt,
    );

    expect(moved.remembered.consecutiveMoves).toBe(3);
    expect(rests.remembered.consecutiveMoves).toBe(0);
  });

  it('remembers no country', async () => {
    const before = { round: null, watch: null };

    const { remembered } = await compareWatchedExit(before, exitIn('NL'), newSalt);

    expect(JSON.stringify(remembered)).not.toContain('NL');
  });

  it('comes within a minute, jitter included, and seldom where it moves again and again', () => {
    expect(minutesToNextWatch(0) * 1.2).toBeLessThan(1);
    expect(minutesToNextWatch(1) * 1.2).toBeLessThan(1);
    expect([2, 3, 4, 5, 6, 60].map(minutesToNextWatch)).toEqual([1.5, 3, 6, 12, 15, 15]);
  });
});
