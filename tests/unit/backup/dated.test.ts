import { expect, it } from 'vitest';
import { datedStarts } from '../../../lib/backup/dated.ts';

it.each([
  ['nothing', [], []],
  ['one', [5], [5]],
  ['those in order', [1, 2, 2, 3], [1, 2, 2, 3]],
  ['one that is ahead', [1, 90, 2, 3], [1, 1, 2, 3]],
  ['one that is behind', [1, 2, -90, 3], [1, 2, 2, 3]],
  ['the first, ahead', [90, 1, 2], [1, 1, 2]],
  ['the last, ahead', [1, 2, 90], [1, 2, 90]],
  ['several that are ahead', [1, 2, 90, 91, 3, 4, 5], [1, 2, 2, 2, 3, 4, 5]],
])('dates %s', (_what, starts, dated) => {
  expect(datedStarts(starts)).toEqual(dated);
});
