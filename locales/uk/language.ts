import type { LanguageTraits } from '../../lib/model/language.ts';

export const language: LanguageTraits = {
  name: 'Українська',
  direction: 'ltr',
  isReviewed: false,
  numbers: 'uk',
};
