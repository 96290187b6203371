import type { TimelineMessageId } from '../../locales/en/timeline.ts';
import { type DashboardId, dashboardTexts } from './dashboard-text.ts';
import type { Language } from './languages.ts';
import { pageTexts } from './text.ts';
import { createTextFile } from './text-file.ts';
import { createTranslator, type Values } from './translator.ts';

/** Translates the messages of the dashboard and those of its timeline. */
export interface TimelineText {
  language: Language;
  t: (id: DashboardId | TimelineMessageId, values?: Values) => string;
}

/** Kept apart from the other texts: the dashboard loads these once the timeline is opened. */
export const timelineTexts = createTextFile<TimelineMessageId>({
  texts: import.meta.glob<Record<TimelineMessageId, string>>('../../locales/*/timeline.ts', {
    import: 'timeline',
  }),
  ids: async () =>
    import.meta.glob<readonly TimelineMessageId[]>('../../locales/en/timeline.ts', {
      eager: true,
      import: 'timeline',
      query: '?ids',
    }),
});
const texts = new Map<Language, TimelineText>();

/** @throws Error if the texts were not loaded in this language */
export function timelineText(language: Language): TimelineText {
  const text = texts.get(language) ?? createTimelineText(language);
  texts.set(language, text);
  return text;
}

function createTimelineText(language: Language): TimelineText {
  const messages = {
    ...pageTexts.of(language),
    ...dashboardTexts.of(language),
    ...timelineTexts.of(language),
  };
  return { language, t: createTranslator<DashboardId | TimelineMessageId>(language, messages) };
}
