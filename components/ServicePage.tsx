import type { Round } from '../lib/model/round.ts';
import type { ServiceChoice } from '../lib/settings/wanted-services.ts';
import { roundHref } from '../lib/view/address.ts';
import { serviceRows } from '../lib/view/rows.ts';
import { useDashboardText } from './dashboard-text.ts';
import { PageTitle } from './PageTitle.tsx';
import { ServiceList } from './ServiceList.tsx';

interface ServicePageProps {
  id: string;
  /** The latest. */
  round: Round | null;
  services: readonly ServiceChoice[];
  showRouting: boolean;
}

/** One service: how it is and was. */
export function ServicePage({ id, round, services, showRouting }: ServicePageProps) {
  const { t } = useDashboardText();
  const row = serviceRows(round, null, showRouting).find((one) => one.id === id);
  const name = row?.name ?? services.find((service) => service.id === id)?.name ?? id;
  return (
    <>
      <PageTitle text={name} />
      {row ? <ServiceList rows={[row]} /> : <p>{t('service.unchecked', { name })}</p>}
      {row && round && (
        <p>
          <a href={roundHref(round.id)}>{t('service.latest')}</a>
        </p>
      )}
    </>
  );
}
