import { type DashboardMessageId, dashboardEn } from '../../locales/dashboard/en.ts';
import { dashboardRu } from '../../locales/dashboard/ru.ts';
import { en, type MessageId } from '../../locales/en.ts';
import { ru } from '../../locales/ru.ts';
import type { Language } from './languages.ts';
import { createTranslator, type Values } from './translator.ts';

export type DashboardId = MessageId | DashboardMessageId;

/** Translates the messages of all pages and those of the dashboard alone. */
export interface DashboardText {
  language: Language;
  t: (id: DashboardId, values?: Values) => string;
}

const catalogs: Record<Language, Record<DashboardId, string>> = {
  en: { ...en, ...dashboardEn },
  ru: { ...ru, ...dashboardRu },
};
const texts = new Map<Language, DashboardText>();

/** Shared by all components of a language: a history has a thousand cells. */
export function dashboardText(language: Language): DashboardText {
  const text = texts.get(language) ?? {
    language,
    t: createTranslator(language, catalogs[language]),
  };
  texts.set(language, text);
  return text;
}
