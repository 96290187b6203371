import { setupI18n } from '@lingui/core';
import { type Language, traitsOf } from './languages.ts';
import { marksOf } from './marks.ts';

/** What fills the gaps of a message; several names become a list in the language ("A, B and C"). */
export type Values = Record<string, string | number | readonly string[]>;

/**
 * Returns a function that translates messages into one language and interpolates their values. A build has
 * compiled the messages (`wxt.config.ts`); outside of builds, Lingui compiles them by itself.
 */
export function createTranslator<Id extends string>(
  language: Language,
  messages: Record<Id, string>,
): (id: Id, values?: Values) => string {
  const i18n = setupI18n({ locale: language, messages: { [language]: messages } });
  return (id, values) => i18n._(id, values && inLanguage(language, values));
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Names, dates and addresses that are read the other way than the sentence keep their own order of signs. */
function inLanguage(language: Language, values: Values): Record<string, string | number> {
  const isRightToLeft = traitsOf(language).direction === 'rtl';
  const isolate = (text: string) =>
    isRightToLeft || rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
  const entries = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'number') return [name, value];
    if (typeof value === 'string') return [name, isolate(value)];
    return [name, listed(language, value.map(isolate), Number(values.more ?? 0))];
  });
  return Object.fromEntries(entries);
}

/**
 * "A, B and C"; without the word where more follow ("A, B and 2 more"), and where the browser has none in the
 * language, and would take another one's.
 */
function listed(language: Language, names: readonly string[], more: number): string {
  const hasWord = more === 0 && Intl.ListFormat.supportedLocalesOf(language).length > 0;
  return hasWord
    ? new Intl.ListFormat(language).format(names)
    : names.join(marksOf(language).comma);
}
