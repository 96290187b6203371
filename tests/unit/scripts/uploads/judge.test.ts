import { describe, expect, it } from 'vitest';
import { complaintsOf } from '../../../../scripts/uploads/judge.ts';

const fine = {
  unique: 100_000,
  refused: 200,
  heaps: [
    [26, 28, 29, 27],
    [29, 26, 28, 29],
  ],
};

describe('the judgement on simulated uploads', () => {
  it('has nothing against few refusals and a flat heap', () => {
    expect(complaintsOf(fine)).toEqual([]);
  });

  it('names too many refusals', () => {
    expect(complaintsOf({ ...fine, refused: 600 })).toEqual([
      '600 of 100600 records refused, over 0.5 %',
    ]);
  });

  it('names the thread whose heap grows', () => {
    expect(
      complaintsOf({
        ...fine,
        heaps: [
          [26, 28, 29, 27],
          [28, 33, 37, 42],
        ],
      }),
    ).toEqual(['the heap of thread 2 grew from 28 to 42 MB, over 39 MB']);
  });

  it('has nothing to say where a few probes gave no heaps', () => {
    expect(complaintsOf({ unique: 0, refused: 0, heaps: [[], [30]] })).toEqual([]);
  });
});
