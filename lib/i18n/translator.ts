import { setupI18n } from '@lingui/core';
import { compile } from './compile.ts';
import type { Language } from './languages.ts';

export type Values = Record<string, string | number>;

/** Returns a function that translates messages into one language and interpolates their values. */
export function createTranslator<Id extends string>(
  language: Language,
  messages: Record<Id, string>,
): (id: Id, values?: Values) => string {
  const compiled = new Map<string, ReturnType<typeof compile>>();
  const i18n = setupI18n({ locale: language, messages: { [language]: messages } });
  i18n.setMessagesCompiler((message) => {
    const known = compiled.get(message) ?? compile(message);
    compiled.set(message, known);
    return known;
  });
  return (id, values) => i18n._(id, values);
}
