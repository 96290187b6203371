import type { LanguageTraits } from '../../lib/model/language.ts';

export const language: LanguageTraits = {
  name: 'Беларуская',
  direction: 'ltr',
  isReviewed: false,
  numbers: 'ru',
};
