import { afterEach, expect, it, vi } from 'vitest';
import { createTranslator } from '../../../lib/i18n/translator.ts';

afterEach(() => vi.restoreAllMocks());

const messages = { of: '{name}: {count}', all: '{names}' };

it('keeps what fills a gap apart from a sentence that is read from right to left', () => {
  const t = createTranslator('fa', messages);

  expect(t('of', { name: '2026-11-26', count: 3 })).toBe('\u20682026-11-26\u2069: 3');
  expect(t('all', { names: ['Signal'] })).toBe('\u2068Signal\u2069');
});

it('keeps a name that is read from right to left apart in any sentence', () => {
  const t = createTranslator('en', messages);

  expect(t('of', { name: 'שיחה', count: 3 })).toBe('\u2068שיחה\u2069: 3');
  expect(t('all', { names: ['گفتگو', 'Max'] })).toBe('\u2068گفتگو\u2069 and Max');
});

it('adds nothing to what fills a gap elsewhere', () => {
  const t = createTranslator('en', messages);

  expect(t('of', { name: '2026-11-26', count: 3 })).toBe('2026-11-26: 3');
  expect(t('all', { names: ['Max', 'VK'] })).toBe('Max and VK');
});

it.each([
  ['en', 'Max, Viber and 3 more'],
  ['fa', '\u2068Max\u2069، \u2068Viber\u2069 and ۳ more'],
])('puts only commas of the language between names that a number follows: %s', (language, said) => {
  const t = createTranslator(language, { some: '{names} and {more, number} more' });

  expect(t('some', { names: ['Max', 'Viber'], more: 3 })).toBe(said);
});

it('puts no word of another language between names where the browser has none for this one', () => {
  vi.spyOn(Intl.ListFormat, 'supportedLocalesOf').mockReturnValue([]);

  const t = createTranslator('be', messages);

  expect(t('all', { names: ['Max', 'Viber', 'VK'] })).toBe('Max, Viber, VK');
});

it('joins names by the word of the language where the browser knows it', () => {
  const t = createTranslator('be', messages);

  expect(t('all', { names: ['Max', 'Viber', 'VK'] })).toBe('Max, Viber і VK');
});
