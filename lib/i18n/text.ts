import type { MessageId } from '../../locales/en.ts';
import { en } from '../../locales/en.ts';
import { ru } from '../../locales/ru.ts';
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

const catalogs: Record<Language, Record<MessageId, string>> = { en, ru };

export function createText(language: Language): Text {
  return { language, t: createTranslator(language, catalogs[language]) };
}
