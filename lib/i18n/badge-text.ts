import type { BadgeMessageId } from '../../locales/en/badge.ts';
import { byLanguage } from './by-language.ts';
import type { Language } from './languages.ts';
import { createTranslator, type Values } from './translator.ts';

/** Translates what the worker says; it loads no other texts. */
export interface BadgeText {
  language: Language;
  t: (id: BadgeMessageId, values?: Values) => string;
}

const catalogs = byLanguage(
  import.meta.glob<Record<BadgeMessageId, string>>('../../locales/*/badge.ts', {
    eager: true,
    import: 'badge',
  }),
);

export function createBadgeText(language: Language): BadgeText {
  return { language, t: createTranslator(language, catalogs[language]) };
}
