import { byLanguage } from './by-language.ts';
import type { Language } from './languages.ts';

type Texts<Id extends string> = Record<Id, string>;

/** As the source has them; or as a build has them, compiled, in the order of their ids (`scripts/texts`). */
type LoadedTexts<Id extends string> = Texts<Id> | readonly unknown[];

/** One file of texts, which each language has. */
export interface TextFile<Id extends string> {
  /** Loads it in a language, once. A page waits for its own language before it paints, and for no other. */
  load: (language: Language) => Promise<void>;
  /** Takes what `of` gave another time. */
  take: (language: Language, texts: Texts<Id>) => void;
  /** @throws Error if it was not loaded in this language */
  of: (language: Language) => Texts<Id>;
}

/** What `import.meta.glob` finds. */
interface TextFiles<Id extends string> {
  /** Each language's, to be loaded on demand. */
  texts: Record<string, () => Promise<LoadedTexts<Id>>>;
  /** Gives the English file, of which a build leaves nothing but the ids; left out where it leaves all. */
  ids?: () => Promise<EnglishFile<Id>>;
}

type EnglishFile<Id extends string> = Record<string, Texts<Id> | readonly Id[]>;

export function createTextFile<Id extends string>({
  texts,
  ids = async () => ({}),
}: TextFiles<Id>): TextFile<Id> {
  const loaders = byLanguage(texts);
  const loaded = new Map<Language, Texts<Id>>();
  return {
    async load(language) {
      if (loaded.has(language)) return;
      const [found, english] = await Promise.all([loaders[language]?.(), ids()]);
      if (found) loaded.set(language, withIds(found, english));
    },
    take: (language, found) => void loaded.set(language, found),
    of(language) {
      const found = loaded.get(language);
      if (!found) throw new Error(`the texts in ${language} are not loaded`);
      return found;
    },
  };
}

function withIds<Id extends string>(texts: LoadedTexts<Id>, english: EnglishFile<Id>): Texts<Id> {
  if (!isList(texts)) return texts;
  const names = Object.values(english).flat();
  return Object.fromEntries(names.map((id, index) => [id, [texts[index]].flat()])) as Texts<Id>;
}

function isList<Id extends string>(texts: LoadedTexts<Id>): texts is readonly unknown[] {
  return Array.isArray(texts);
}
