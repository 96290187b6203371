import { isLanguage, type Language, pickLanguage } from '../../i18n/languages.ts';

/** Pages read this copy of the setting synchronously, so that the first frame is in the right language. */
const copyKey = 'language';

export function browserLanguage(): Language {
  return pickLanguage([navigator.language]);
}

/** For pages only: a worker has no `localStorage`. */
export function languageAtOnce(): Language {
  const copy = localStorage.getItem(copyKey);
  return isLanguage(copy) ? copy : browserLanguage();
}

export function keepCopy(language: Language): void {
  localStorage.setItem(copyKey, language);
}
