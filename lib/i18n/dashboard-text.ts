import type { DashboardMessageId } from '../../locales/en/dashboard.ts';
import type { MessageId } from '../../locales/en/pages.ts';
import type { Language } from './languages.ts';
import { pageTexts } from './text.ts';
import { createTextFile } from './text-file.ts';
import { createTranslator, type Values } from './translator.ts';

export type DashboardId = MessageId | DashboardMessageId;

/** Translates the messages of all pages and those of the dashboard alone. */
export interface DashboardText {
  language: Language;
  t: (id: DashboardId, values?: Values) => string;
}

export const dashboardTexts = createTextFile<DashboardMessageId>({
  texts: import.meta.glob<Record<DashboardMessageId, string>>('../../locales/*/dashboard.ts', {
    import: 'dashboard',
  }),
  ids: async () =>
    import.meta.glob<readonly DashboardMessageId[]>('../../locales/en/dashboard.ts', {
      eager: true,
      import: 'dashboard',
      query: '?ids',
    }),
});
const texts = new Map<Language, DashboardText>();

/** Shared by all components of a language: a history has a thousand cells. */
export function dashboardText(language: Language): DashboardText {
  const text = texts.get(language) ?? createDashboardText(language);
  texts.set(language, text);
  return text;
}

function createDashboardText(language: Language): DashboardText {
  const messages = { ...pageTexts.of(language), ...dashboardTexts.of(language) };
  return { language, t: createTranslator<DashboardId>(language, messages) };
}
