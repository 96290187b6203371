import { expect, it } from 'vitest';
import { table } from '../../../../scripts/codebook/table.ts';

it('a table aligns numbers right, and words and days left', () => {
  expect(
    table(
      ['name', 'n', 'since'],
      [
        ['a', '1', '2026-02-12'],
        ['longer', '12,345', ''],
        ['b', '', ''],
      ],
    ),
  ).toBe(
    [
      '| name   |      n | since      |',
      '| ------ | -----: | ---------- |',
      '| a      |      1 | 2026-02-12 |',
      '| longer | 12,345 |            |',
      '| b      |        |            |',
    ].join('\n'),
  );
});
