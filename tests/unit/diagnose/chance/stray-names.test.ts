import { describe, expect, it } from 'vitest';
import { missesInRow, strayNameSharesAfter } from '../../../../lib/diagnose/chance/stray-names.ts';
import { emptyWindow } from '../../../../lib/diagnose/chance/window.ts';
import type { Mechanism } from '../../../../lib/model/mechanism.ts';
import type { TargetWindow, Try } from '../../../../lib/model/standing.ts';
import { at } from '../../../helpers/clock.ts';

const kinds: Record<string, Mechanism | null> = { '.': null, n: 'dns.error', x: 'reset' };

/** Rounds a quarter of an hour apart, each with a letter for a try: `.` gets through, `n` is a name missed, `x` a reset. */
function triesOf(rounds: string): Try[] {
  return rounds.split(' ').flatMap((tries, round) =>
    tries.split('').map((letter, index) => ({
      at: at(900 * round + index),
      ok: letter === '.',
      mechanism: kinds[letter] ?? null,
    })),
  );
}

function aWindow(rounds: string, mostlyFails = false): TargetWindow {
  return { ...emptyWindow('chat/web'), tries: triesOf(rounds), mostlyFails };
}

/** For a service beside one with such a window, and ten answers at once. */
function shareBeside(rounds: string, mostlyFails = false): number {
  const others = [aWindow(rounds, mostlyFails), aWindow('. . . . . . . . . .')];
  return strayNameSharesAfter([[aWindow('.')], others], [])(0);
}

describe('the share of names that are missed, whichever they are', () => {
  it.each<[string, string, number]>([
    ['is none where all are found', '. .', 0],
    ['counts an answer that is kept once', '. nnnn .', 1 / 13],
    ['counts each that is asked for anew', '. nn nnn .', 2 / 14],
    ['counts one that is found within the round', 'nn. .', 1 / 13],
    ['leaves out a miss that is not kept', '. n .', 0],
    ['leaves out one beside a try that is cut', '. nx .', 0],
    ['leaves out what is missed still', '. nnnn nnnn', 0],
    ['leaves out a block that has ended', '. nnn nnn nnn .', 0],
    ['leaves out resets', '. xx .', 0],
  ])('%s: %s', (_case, rounds, share) => {
    expect(shareBeside(rounds)).toBeCloseTo(share, 10);
  });

  it('leaves out what fails mostly', () => {
    expect(shareBeside('. nnnn .', true)).toBe(0);
  });

  it('leaves out the service itself', () => {
    expect(strayNameSharesAfter([[aWindow('nnnn .')], [aWindow('.')]], [])(0)).toBe(0);
  });

  it('counts neutral sites', () => {
    const sites = ['nn.', '.', '.', 'nn'].map(triesOf);

    expect(strayNameSharesAfter([[aWindow('.')]], sites)(0)).toBe(0.25);
  });

  it('is none where nothing else was asked', () => {
    expect(strayNameSharesAfter([[aWindow('nnnn')]], [])(0)).toBe(0);
  });
});

describe('misses in a row', () => {
  it.each<[string, number]>([
    ['.', 0],
    ['. nnn', 1],
    ['. nnn nn n', 3],
    ['nnn . nn', 1],
    ['nnn nn.', 0],
    ['nnn x', 0],
    ['nnn x nn', 1],
  ])('of %s: %i', (rounds, count) => {
    expect(missesInRow(triesOf(rounds))).toBe(count);
  });
});
