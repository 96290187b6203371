import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignColumns } from '../../../../scripts/command-line/columns.ts';

it('aligns cells by their width on a screen', () => {
  const rows = [
    ['🇷🇺🇺🇦🇰🇿🇮🇷🇹🇷', 'ok'],
    ['微信', 'ok'],
    ['\u001B[31mViber\u001B[39m', 'ok'],
    ['0123456789', 'ok'],
  ];

  expect(alignColumns(rows, [20])).toEqual([
    '🇷🇺🇺🇦🇰🇿🇮🇷🇹🇷  ok',
    '微信        ok',
    '\u001B[31mViber\u001B[39m       ok',
    '0123456789  ok',
  ]);
});

it('wraps what is wider on a screen than its column', () => {
  expect(alignColumns([['🇷🇺🇺🇦🇰🇿🇮🇷🇹🇷', 'ok']], [6])).toEqual(['🇷🇺🇺🇦🇰🇿  ok', '🇮🇷🇹🇷']);
});

it('ends on any text', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 40 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
      alignColumns(rows, [1, 12]);
    }),
  );
});
