import type { Language } from '../lib/i18n/languages.ts';
import type { PageError } from '../lib/view/page-state.ts';
import { AgreeButton } from './AgreeButton.tsx';
import { ErrorLine } from './ErrorLine.tsx';
import { FirstRun } from './FirstRun.tsx';
import { PageHeader } from './PageHeader.tsx';
import { TextProvider } from './TextProvider.tsx';

export interface FirstPageViewProps {
  language: Language;
  error: PageError | null;
  onAgree: () => void;
  onLanguage: (language: Language) => void;
}

/** The page that opens once, when the extension is installed. */
export function FirstPageView({ language, error, onAgree, onLanguage }: FirstPageViewProps) {
  return (
    <TextProvider language={language}>
      <PageHeader onLanguage={onLanguage} />
      <main>
        <ErrorLine error={error} />
        <FirstRun />
        <AgreeButton onAgree={onAgree} />
      </main>
    </TextProvider>
  );
}
