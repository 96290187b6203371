import type { LanguageTraits } from '../model/language.ts';
import { byLanguage } from './by-language.ts';

/** The code of a language (ISO 639), after which its folder of `locales` is named. */
export type Language = string;

const traits = byLanguage(
  import.meta.glob<LanguageTraits>('../../locales/*/language.ts', {
    eager: true,
    import: 'language',
  }),
);

export const languages: readonly Language[] = Object.keys(traits);

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(traits, value);
}

/** @throws Error if there is no such language */
export function traitsOf(language: Language): LanguageTraits {
  const found = traits[language];
  if (!found) throw new Error(`no language ${language}`);
  return found;
}

/** The first supported language among BCP 47 tags; English without one. */
export function pickLanguage(tags: readonly string[]): Language {
  return tags.map((tag) => tag.split('-')[0]?.toLowerCase()).find(isLanguage) ?? 'en';
}
