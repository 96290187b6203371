import { describe, expect, it } from 'vitest';
import { outdoes, standingOut } from '../../../../lib/diagnose/chance/contrast.ts';

function tally(id: string, tries: number, failures: number) {
  return { id, tries, failures };
}

function outOf(...all: ReturnType<typeof tally>[]): string[] {
  return standingOut(all).map(({ id }) => id);
}

describe('what fails more often than all else', () => {
  it('stands out', () => {
    const quiet = ['a', 'b', 'c', 'd', 'e'].map((id) => tally(id, 4, 0));

    expect(outOf(...quiet, tally('one', 8, 7), tally('two', 8, 6))).toEqual(['one', 'two']);
  });

  it.each([
    ['all lose alike', [4, 4, 4, 4, 4, 4].map((tries, id) => tally(`${id}`, tries, 2))],
    ['one failure is all', [tally('one', 3, 1), tally('a', 4, 0), tally('b', 4, 0)]],
    ['nothing fails', [tally('one', 3, 0), tally('a', 4, 0)]],
    ['there is nothing', []],
  ])('does not where %s', (_case, all) => {
    expect(outOf(...all)).toEqual([]);
  });

  it('must be more improbable the more ways there are to choose it', () => {
    const quiet = (count: number) => Array.from({ length: count }, (_, id) => tally(`${id}`, 1, 0));

    // Three failures of three among 3 + n tries: 1 in C(n + 3, 3), times n + 1 owners.
    expect(outOf(tally('one', 3, 3), ...quiet(20))).toEqual([]);
    expect(outOf(tally('one', 3, 3), ...quiet(30))).toEqual(['one']);
  });
});

describe('a part against the rest', () => {
  it.each([
    ['outdoes it where all fails there', [4, 4], [12, 0], true],
    ['does not where both fail alike', [8, 4], [8, 4], false],
    ['does not where few tries may be chance', [4, 3], [4, 0], false],
    ['does not where the rest fails more', [12, 0], [4, 4], false],
  ] as const)('%s', (_case, [tries, failures], [others, otherFailures], expected) => {
    const rest = { tries: others, failures: otherFailures };

    expect(outdoes({ tries, failures }, rest)).toBe(expected);
  });
});
