import type { ServiceChoice } from '../../lib/settings/wanted-services.ts';
import { exportServices } from '../../lib/view/export-services.ts';
import type { HistoryQueries } from '../../lib/view/page/history-queries.ts';
import { useLoaded } from '../loading/use-loaded.ts';
import { PageTitle } from '../page/PageTitle.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { ExportSection, type ExportSectionProps } from './ExportSection.tsx';

interface ExportPageProps extends Omit<ExportSectionProps, 'services'> {
  /** Whether there is a check to save. */
  hasRounds: boolean;
  services: readonly ServiceChoice[];
  nameOf: (service: string) => string;
  queries: HistoryQueries;
}

/** What can be saved in files. */
export function ExportPage({ hasRounds, nameOf, queries, ...props }: ExportPageProps) {
  const { t } = useDashboardText();
  const { value: ids = [] } = useLoaded(queries.readKnownServices, [queries]);
  const known = ids.map((id) => ({ id, name: nameOf(id) }));
  const services = exportServices(known, props.services, props.checkSettings);
  return (
    <>
      <PageTitle text={t('page.export')} />
      {hasRounds ? <ExportSection {...props} services={services} /> : <p>{t('export.nothing')}</p>}
    </>
  );
}
