/** Each language's name for itself; its texts are the folder of `locales` with its code. */
export const languageNames = { en: 'English', ru: 'Русский' } as const;
export type Language = keyof typeof languageNames;

export const languages = Object.keys(languageNames).filter(isLanguage);

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(languageNames, value);
}

/** The first supported language among BCP 47 tags; English without one. */
export function pickLanguage(tags: readonly string[]): Language {
  return tags.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}
