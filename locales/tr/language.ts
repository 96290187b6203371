import type { LanguageTraits } from '../../lib/model/language.ts';

export const language: LanguageTraits = {
  name: 'Türkçe',
  direction: 'ltr',
  isReviewed: false,
  numbers: 'tr',
};
