import type { Language } from '../../lib/i18n/languages.ts';
import { isLocked } from '../../lib/settings/organisation.ts';
import type { PageError } from '../../lib/view/page/page-state.ts';
import { ErrorLine } from '../forms/ErrorLine.tsx';
import { ResearchLine } from '../page/ResearchLine.tsx';
import { TextProvider } from '../text/TextProvider.tsx';
import { FirstSteps, type FirstStepsProps } from './FirstSteps.tsx';
import { PageHeader } from './PageHeader.tsx';

export interface FirstPageViewProps extends FirstStepsProps {
  language: Language;
  isResearchBuild: boolean;
  error: PageError | null;
  onLanguage: (language: Language) => void;
}

/** The page that opens once, when the extension is installed. */
export function FirstPageView(props: FirstPageViewProps) {
  const { language, isResearchBuild, error, onLanguage } = props;
  return (
    <TextProvider language={language} isLocked={isLocked(props.checkSettings, 'language')}>
      <PageHeader onLanguage={onLanguage} />
      <main>
        <ErrorLine error={error} />
        {isResearchBuild && <ResearchLine />}
        <FirstSteps {...props} />
      </main>
    </TextProvider>
  );
}
