import { setupI18n } from '@lingui/core';
import type { MessageId } from '../../locales/en.ts';
import { en } from '../../locales/en.ts';
import { ru } from '../../locales/ru.ts';
import { compile } from './compile.ts';
import type { Language } from './languages.ts';

export type Values = Record<string, string | number>;

/** A message with its values, not yet in any language: what `lib/view` answers. */
export interface Message {
  id: MessageId;
  values?: Values;
}

/** Says things in one language. */
export interface Text {
  language: Language;
  say: (id: MessageId, values?: Values) => string;
}

const catalogs: Record<Language, Record<MessageId, string>> = { en, ru };

export function createText(language: Language): Text {
  const compiled = new Map<string, ReturnType<typeof compile>>();
  const i18n = setupI18n({ locale: language, messages: { [language]: catalogs[language] } });
  i18n.setMessagesCompiler((message) => {
    const known = compiled.get(message) ?? compile(message);
    compiled.set(message, known);
    return known;
  });
  return { language, say: (id, values) => i18n._(id, values) };
}
