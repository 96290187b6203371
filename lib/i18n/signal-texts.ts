import { signalsEn } from '../../locales/signals/en.ts';
import { signalsRu } from '../../locales/signals/ru.ts';
import type { SignalId } from '../model/route.ts';
import type { Language } from './languages.ts';

/** Apart from the other texts: pages load them when somebody unfolds the route. */
export const signalTexts: Record<Language, Record<SignalId, string>> = {
  en: signalsEn,
  ru: signalsRu,
};
