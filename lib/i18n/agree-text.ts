import type { AgreeMessageId } from '../../locales/en/agree.ts';
import { byLanguage } from './by-language.ts';
import type { Language } from './languages.ts';
import { createTranslator } from './translator.ts';

const messages = byLanguage(
  import.meta.glob<Record<AgreeMessageId, string>>('../../locales/*/agree.ts', {
    eager: true,
    import: 'agree',
  }),
);

/** Kept apart from the other texts: the popup, which does not ask for the permission, would load them. */
export function agreeText(language: Language): (id: AgreeMessageId) => string {
  return createTranslator(language, messages[language]);
}
