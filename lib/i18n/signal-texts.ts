import { signalsEn } from '../../locales/signals/en.ts';
import { signalsRu } from '../../locales/signals/ru.ts';
import type { SignalId } from '../model/route.ts';
import type { Language } from './languages.ts';

/** Kept apart from the other texts: pages load these only once the route is unfolded. */
export const signalTexts: Record<Language, Record<SignalId, string>> = {
  en: signalsEn,
  ru: signalsRu,
};
