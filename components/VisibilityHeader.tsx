import type { Language } from '../lib/i18n/languages.ts';
import { PageHeader } from './PageHeader.tsx';
import { TextProvider } from './TextProvider.tsx';

interface VisibilityHeaderProps {
  language: Language;
  onLanguage: (language: Language) => void;
}

/** The head of the page that tells who can see what. */
export function VisibilityHeader({ language, onLanguage }: VisibilityHeaderProps) {
  return (
    <TextProvider language={language}>
      <PageHeader onLanguage={onLanguage} />
    </TextProvider>
  );
}
