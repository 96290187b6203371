import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { Language } from '../../lib/i18n/languages.ts';
import { createText, type Text } from '../../lib/i18n/text.ts';

const TextContext = createContext<Text | null>(null);
const LanguageLock = createContext(false);

interface TextProviderProps {
  language: Language;
  /** Whether an organisation keeps people from choosing another. */
  isLocked?: boolean;
  children: ComponentChildren;
}

/** Sets the language of all components inside. */
export function TextProvider({ language, isLocked = false, children }: TextProviderProps) {
  const text = useMemo(() => createText(language), [language]);
  return (
    <LanguageLock.Provider value={isLocked}>
      <TextContext.Provider value={text}>{children}</TextContext.Provider>
    </LanguageLock.Provider>
  );
}

/** Whether the language cannot be changed. */
export function useLanguageLock(): boolean {
  return useContext(LanguageLock);
}

export function useText(): Text {
  const text = useContext(TextContext);
  if (!text) throw new Error('no TextProvider above this component');
  return text;
}
