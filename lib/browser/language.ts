import { storage } from '@wxt-dev/storage';
import { isLanguage, type Language } from '../i18n/languages.ts';
import { browserLanguage } from './page/language-at-once.ts';
import { inStorageTurn } from './storage-turn.ts';

const setting = storage.defineItem<Language>('local:language');

/** The language setting, for the worker; pages use `languageAtOnce`. */
export async function readLanguage(): Promise<Language> {
  const chosen = await setting.getValue();
  return isLanguage(chosen) ? chosen : browserLanguage();
}

/** Saves the language setting. */
export async function saveLanguage(language: Language): Promise<void> {
  await inStorageTurn(() => setting.setValue(language));
}

/** Calls back when the language setting changes. */
export function watchLanguage(onChange: (language: Language) => void): void {
  setting.watch((language) => onChange(isLanguage(language) ? language : browserLanguage()));
}
