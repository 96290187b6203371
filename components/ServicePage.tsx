import type { Round } from '../lib/model/round.ts';
import { roundHref } from '../lib/view/address.ts';
import type { HistoryQueries } from '../lib/view/history-queries.ts';
import { serviceRows } from '../lib/view/rows.ts';
import { Changes } from './Changes.tsx';
import { useDashboardText } from './dashboard-text.ts';
import { HistoryBars } from './HistoryBars.tsx';
import { PageTitle } from './PageTitle.tsx';
import { ServiceList } from './ServiceList.tsx';

interface ServicePageProps {
  id: string;
  /** The latest. */
  round: Round | null;
  nameOf: (service: string) => string;
  showRouting: boolean;
  queries: HistoryQueries;
}

/** One service: how it is and was. */
export function ServicePage({ id, round, nameOf, showRouting, queries }: ServicePageProps) {
  const { t } = useDashboardText();
  const row = serviceRows(round, null, showRouting).find((one) => one.id === id);
  const name = nameOf(id);
  const shared = { nameOf, queries, version: round };
  return (
    <>
      <PageTitle text={name} />
      {row ? <ServiceList rows={[row]} /> : <p>{t('service.unchecked', { name })}</p>}
      {row && round && (
        <p>
          <a href={roundHref(round.id)}>{t('service.latest')}</a>
        </p>
      )}
      {round && (
        <>
          <HistoryBars only={id} services={round.services} {...{ showRouting, ...shared }} />
          <Changes service={id} {...shared} />
        </>
      )}
    </>
  );
}
