import type { LanguageTraits } from '../../lib/model/language.ts';

export const language: LanguageTraits = {
  name: 'Русский',
  direction: 'ltr',
  isReviewed: true,
  numbers: 'ru',
};
