import { byLanguage } from './by-language.ts';
import type { Language } from './languages.ts';

type Texts<Id extends string> = Record<Id, string>;

/** One file of texts, which each language has. */
export interface TextFile<Id extends string> {
  /** Loads it in a language, once. A page waits for its own language before it paints, and for no other. */
  load: (language: Language) => Promise<void>;
  /** @throws Error if it was not loaded in this language */
  of: (language: Language) => Texts<Id>;
}

/** @param files what `import.meta.glob` found, to be loaded on demand */
export function createTextFile<Id extends string>(
  files: Record<string, () => Promise<Texts<Id>>>,
): TextFile<Id> {
  const loaders = byLanguage(files);
  const loaded = new Map<Language, Texts<Id>>();
  return {
    async load(language) {
      const texts = loaded.get(language) ?? (await loaders[language]?.());
      if (texts) loaded.set(language, texts);
    },
    of(language) {
      const texts = loaded.get(language);
      if (!texts) throw new Error(`the texts in ${language} are not loaded`);
      return texts;
    },
  };
}
