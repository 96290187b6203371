import type { LanguageTraits } from '../../lib/model/language.ts';

export const language: LanguageTraits = {
  name: 'English',
  direction: 'ltr',
  isReviewed: true,
  numbers: 'en',
};
