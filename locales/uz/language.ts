import type { LanguageTraits } from '../../lib/model/language.ts';

export const language: LanguageTraits = {
  name: 'Oʻzbekcha',
  direction: 'ltr',
  isReviewed: false,
  numbers: 'ru',
};
