import { storage } from '@wxt-dev/storage';
import { isLanguage, type Language } from '../i18n/languages.ts';
import { browserLanguage } from './language-at-once.ts';

const setting = storage.defineItem<Language>('local:language');

/** For the worker; pages have `languageAtOnce`. */
export async function readLanguage(): Promise<Language> {
  const chosen = await setting.getValue();
  return isLanguage(chosen) ? chosen : browserLanguage();
}

export async function saveLanguage(language: Language): Promise<void> {
  await setting.setValue(language);
}

export function watchLanguage(onChange: (language: Language) => void): void {
  setting.watch((language) => onChange(isLanguage(language) ? language : browserLanguage()));
}
