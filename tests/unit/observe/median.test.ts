import { describe, expect, it } from 'vitest';
import { median } from '../../../lib/observe/median.ts';

describe('the median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 3],
    [[], 0],
  ])('of %j is %i', (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});
