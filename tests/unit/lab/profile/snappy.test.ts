import { describe, expect, it } from 'vitest';
import { unsnappy } from '../../../lab/profile/snappy.ts';

const blocks: [what: string, block: number[], text: string][] = [
  ['literals', [3, 2 << 2, 97, 98, 99], 'abc'],
  ['a copy that reaches into itself', [10, 2 << 2, 97, 98, 99, (3 << 2) | 1, 3], 'abcabcabca'],
  ['a copy with two bytes for its offset', [6, 2 << 2, 97, 98, 99, (2 << 2) | 2, 3, 0], 'abcabc'],
  ['a copy with four bytes', [6, 2 << 2, 97, 98, 99, (2 << 2) | 3, 3, 0, 0, 0], 'abcabc'],
  ['a literal with a length of its own', [61, 60 << 2, 60, ...Array(61).fill(97)], 'a'.repeat(61)],
];

describe('a Snappy block', () => {
  it.each(blocks)('of %s is decompressed', (_what, block, text) => {
    expect(unsnappy(Uint8Array.from(block)).toString()).toBe(text);
  });

  it.each([
    ['ends early', [3, 2 << 2, 97]],
    ['is longer than it says', [2, 2 << 2, 97, 98, 99]],
    ['copies from before its beginning', [6, 0, 97, (2 << 2) | 2, 3, 0]],
    ['is shorter than it says', [9, 2 << 2, 97, 98, 99]],
  ])('is refused where it %s', (_why, block) => {
    expect(() => unsnappy(Uint8Array.from(block))).toThrow(RangeError);
  });
});
