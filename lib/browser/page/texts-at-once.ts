import type { Language } from '../../i18n/languages.ts';
import type { TextFile } from '../../i18n/text-file.ts';

/** Pages read this copy of their texts synchronously: a script of texts comes only after their own. */
const copyKey = 'texts';

export interface TextCopy {
  /** Takes the texts from the copy where it is of this build and language, else from their script. */
  load: (language: Language) => Promise<void>;
  /** Keeps a copy for the next time. */
  keep: (language: Language) => void;
}

/** @param build the address of the page's script, which a build names after its content */
export function createTextCopy<Id extends string>(file: TextFile<Id>, build: string): TextCopy {
  const copy = localStorage.getItem(copyKey) ?? '';
  const stampOf = (language: Language) => `${build} ${language}\n`;
  const isOf = (language: Language) => copy.startsWith(stampOf(language));
  return {
    async load(language) {
      if (isOf(language)) file.take(language, JSON.parse(copy.slice(copy.indexOf('\n'))));
      else await file.load(language);
    },
    keep(language) {
      if (isOf(language)) return;
      localStorage.setItem(copyKey, stampOf(language) + JSON.stringify(file.of(language)));
    },
  };
}
