import type { CheckSettings } from '../lib/settings/check-settings.ts';
import type { ServiceChoice } from '../lib/settings/wanted-services.ts';
import { exportServices } from '../lib/view/export-services.ts';
import type { HistoryQueries } from '../lib/view/history-queries.ts';
import { useDashboardText } from './dashboard-text.ts';
import { ExportSection, type ExportSectionProps } from './ExportSection.tsx';
import { PageTitle } from './PageTitle.tsx';
import { useLoaded } from './use-loaded.ts';

interface ExportPageProps extends Omit<ExportSectionProps, 'services'> {
  /** Whether there is a check to save. */
  hasRounds: boolean;
  services: readonly ServiceChoice[];
  settings: CheckSettings;
  nameOf: (service: string) => string;
  queries: HistoryQueries;
}

/** What can be saved in files. */
export function ExportPage({ hasRounds, settings, nameOf, queries, ...props }: ExportPageProps) {
  const { t } = useDashboardText();
  const { value: ids = [] } = useLoaded(queries.readKnownServices, [queries]);
  const known = ids.map((id) => ({ id, name: nameOf(id) }));
  const services = exportServices(known, props.services, settings);
  return (
    <>
      <PageTitle text={t('page.export')} />
      {hasRounds ? <ExportSection {...props} services={services} /> : <p>{t('export.nothing')}</p>}
    </>
  );
}
