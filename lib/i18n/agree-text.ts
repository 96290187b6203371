import type { AgreeMessageId } from '../../locales/en/agree.ts';
import type { Language } from './languages.ts';
import { createTextFile } from './text-file.ts';
import { createTranslator } from './translator.ts';

/** Kept apart from the other texts: the popup, which does not ask for the permission, would load them. */
export const agreeTexts = createTextFile<AgreeMessageId>({
  texts: import.meta.glob<Record<AgreeMessageId, string>>('../../locales/*/agree.ts', {
    import: 'agree',
  }),
  ids: async () =>
    import.meta.glob<readonly AgreeMessageId[]>('../../locales/en/agree.ts', {
      eager: true,
      import: 'agree',
      query: '?ids',
    }),
});

export function agreeText(language: Language): (id: AgreeMessageId) => string {
  return createTranslator(language, agreeTexts.of(language));
}
