import type { MessageId } from '../../locales/en/pages.ts';
import { byLanguage } from './by-language.ts';
import type { Language } from './languages.ts';
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
export const pageMessages = byLanguage(
  import.meta.glob<Record<MessageId, string>>('../../locales/*/pages.ts', {
    eager: true,
    import: 'pages',
  }),
);

export function createText(language: Language): Text {
  return { language, t: createTranslator(language, pageMessages[language]) };
}
