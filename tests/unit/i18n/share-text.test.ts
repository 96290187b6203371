import { expect, it } from 'vitest';
import { shareText } from '../../../lib/i18n/share-text.ts';

it.each([
  [0, '0%'],
  [1 / 1000, '1%'],
  [0.494, '49%'],
  [0.985, '99%'],
  [999 / 1000, '99%'],
  [1, '100%'],
])('says %d as %s', (share, words) => {
  expect(shareText('en', share)).toBe(words);
});

it('is in the language', () => {
  expect(shareText('ru', 999 / 1000)).toBe('99\u00a0%');
});
