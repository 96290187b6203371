import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { Language } from '../lib/i18n/languages.ts';
import { createText, type Text } from '../lib/i18n/text.ts';

const TextContext = createContext<Text | null>(null);

interface TextProviderProps {
  language: Language;
  children: ComponentChildren;
}

/** Sets the language of all components inside. */
export function TextProvider({ language, children }: TextProviderProps) {
  const text = useMemo(() => createText(language), [language]);
  return <TextContext.Provider value={text}>{children}</TextContext.Provider>;
}

export function useText(): Text {
  const text = useContext(TextContext);
  if (!text) throw new Error('no TextProvider above this component');
  return text;
}
