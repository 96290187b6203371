import { expect, it } from 'vitest';
import { languages } from '../../../lib/i18n/languages.ts';
import { numberFormat, numbersOf } from '../../../lib/i18n/numbers.ts';

/** Chromium has no numbers of these, and would write them as in English: their comma is a decimal sign. */
it.each(['be', 'kk', 'uz'])('writes numbers of %s as a language that browsers know', (language) => {
  expect(numbersOf(language)).toBe('ru');
  expect(numberFormat(language).format(23_456.5)).toBe('23\u00a0456,5');
  expect(numberFormat(language, { style: 'percent' }).format(0.5)).toBe('50\u00a0%');
});

it('writes numbers of all others as they do themselves', () => {
  const others = languages.filter((one) => !['be', 'kk', 'uz'].includes(one));

  expect(others.map(numbersOf)).toEqual(others);
});
