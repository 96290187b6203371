import type { SignalId } from '../model/route.ts';
import { byLanguage } from './by-language.ts';
import type { Language } from './languages.ts';

export type SignalTexts = Record<SignalId, string>;

const loaders = byLanguage(
  import.meta.glob<SignalTexts>('../../locales/*/signals.ts', { import: 'signals' }),
);

/** Kept apart from the other texts: pages load these only once the route is unfolded. */
export function loadSignalTexts(language: Language): Promise<SignalTexts> {
  return loaders[language]();
}
