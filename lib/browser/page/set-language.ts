import { type Language, traitsOf } from '../../i18n/languages.ts';

/** Sets the document's language, and the direction in which it is read. */
export function setLanguage(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = traitsOf(language).direction;
}
