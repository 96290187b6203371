import type { Language } from '../../lib/i18n/languages.ts';
import { TextProvider } from '../text/TextProvider.tsx';
import { PageHeader } from './PageHeader.tsx';

interface VisibilityHeaderProps {
  language: Language;
  /** Whether an organisation keeps people from choosing another. */
  isLocked: boolean;
  onLanguage: (language: Language) => void;
}

/** The head of the page that tells who can see what. */
export function VisibilityHeader({ language, isLocked, onLanguage }: VisibilityHeaderProps) {
  return (
    <TextProvider {...{ language, isLocked }}>
      <PageHeader onLanguage={onLanguage} />
    </TextProvider>
  );
}
