import { useDashboardText } from './dashboard-text.ts';
import { ExportSection, type ExportSectionProps } from './ExportSection.tsx';
import { PageTitle } from './PageTitle.tsx';

interface ExportPageProps extends ExportSectionProps {
  /** Whether there is a check to save. */
  hasRounds: boolean;
}

/** What can be saved in files. */
export function ExportPage({ hasRounds, ...props }: ExportPageProps) {
  const { t } = useDashboardText();
  return (
    <>
      <PageTitle text={t('page.export')} />
      {hasRounds ? <ExportSection {...props} /> : <p>{t('export.nothing')}</p>}
    </>
  );
}
