import { browser } from 'wxt/browser';
import { isLanguage, type Language } from '../i18n/languages.ts';
import { browserLanguage } from './page/language-at-once.ts';
import { inStorageTurn } from './storage-turn.ts';
import { storedItem } from './stored-item.ts';

const name = 'language';
const setting = storedItem<Language>('local', name);

/** The language setting, for the worker; pages use `languageAtOnce`. */
export async function readLanguage(): Promise<Language> {
  const chosen = await setting.read();
  return isLanguage(chosen) ? chosen : browserLanguage();
}

/** Saves the language setting. */
export async function saveLanguage(language: Language): Promise<void> {
  await inStorageTurn(() => setting.write(language));
}

/** Calls back when the language setting changes. */
export function watchLanguage(onChange: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (name in changes) onChange();
  });
}
