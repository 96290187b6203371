import type { MessageId } from '../../locales/en/pages.ts';
import type { Language } from './languages.ts';
import { createTextFile } from './text-file.ts';
import { createTranslator, type Values } from './translator.ts';

/** A message id with its values, not yet translated: the output of `lib/view`. */
export interface Message<Id = MessageId> {
  id: Id;
  values?: Values;
}

/** Translates messages into one language. */
export interface Text {
  language: Language;
  t: (id: MessageId, values?: Values) => string;
}

/** What all pages say. */
export const pageTexts = createTextFile<MessageId>({
  texts: import.meta.glob<Record<MessageId, string>>('../../locales/*/pages.ts', {
    import: 'pages',
  }),
  // Not asked for by a page that has the texts themselves from a copy.
  ids: async () => (await import('./page-ids.ts')).pageIds,
});

/** @throws Error if the texts of the pages are not loaded in this language */
export function createText(language: Language): Text {
  return { language, t: createTranslator(language, pageTexts.of(language)) };
}
