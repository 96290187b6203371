import type { LanguageTraits } from '../../lib/model/language.ts';

export const language: LanguageTraits = {
  name: 'فارسی',
  direction: 'rtl',
  isReviewed: false,
  numbers: 'fa',
};
