import { isLanguage, type Language, pickLanguage } from '../../i18n/languages.ts';
import { inStorageTurn } from '../storage-turn.ts';
import type { Chrome } from './chrome.ts';

/** As the worker writes it (`CheckSettings`). */
interface StoredChecks {
  organisation?: { locked: readonly string[] } | null;
}

declare const chrome: Chrome;

/** Pages read this copy of the setting synchronously, so that the first frame is in the right language. */
const copyKey = 'language';

/** The language that suits the browser's own language. */
export function browserLanguage(): Language {
  return pickLanguage([navigator.language]);
}

/** For pages only: a worker has no `localStorage`. */
export function languageAtOnce(): Language {
  const copy = localStorage.getItem(copyKey);
  return isLanguage(copy) ? copy : browserLanguage();
}

/** Updates the copy of the setting. */
export function copyLanguage(language: Language): void {
  localStorage.setItem(copyKey, language);
}

/** Saves the setting as `saveLanguage` does, for a page that needs nothing else of what that would load. */
export async function saveLanguagePlainly(language: Language): Promise<void> {
  copyLanguage(language);
  await inStorageTurn(() => chrome.storage.local.set({ language }));
}

/** Whether an organisation has locked the setting, for such a page. */
export async function isLanguageLocked(): Promise<boolean> {
  const stored: { checks?: StoredChecks } = await chrome.storage.local.get('checks');
  return stored.checks?.organisation?.locked.includes('language') ?? false;
}
