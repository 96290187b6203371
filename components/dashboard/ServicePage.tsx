import { isOwnService } from '../../lib/model/own-service.ts';
import type { Reason } from '../../lib/model/reason.ts';
import type { Round } from '../../lib/model/round.ts';
import type { ServiceResult } from '../../lib/model/service.ts';
import { hourOf } from '../../lib/view/bars.ts';
import { roundHref } from '../../lib/view/page/address.ts';
import type { HistoryQueries } from '../../lib/view/page/history-queries.ts';
import type { RouteSeen } from '../../lib/view/route.ts';
import { type ServiceRowView, serviceRows } from '../../lib/view/rows.ts';
import { shownAs } from '../../lib/view/service.ts';
import { CheckTimes } from '../current-state/CheckTimes.tsx';
import { ServiceDetails } from '../current-state/ServiceDetails.tsx';
import { Changes } from '../history/Changes.tsx';
import { HistoryBars } from '../history/HistoryBars.tsx';
import { PageTitle } from '../page/PageTitle.tsx';
import { StateIcon } from '../signs/StateIcon.tsx';
import { StateWord } from '../signs/StateWord.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

interface ServicePageProps extends RouteSeen {
  id: string;
  /** The latest. */
  round: Round | null;
  now: Date;
  nameOf: (service: string) => string;
  queries: HistoryQueries;
}

/** One service: how it is and was. */
export function ServicePage(props: ServicePageProps) {
  const { id, round, now, nameOf, gap, queries } = props;
  const { t } = useDashboardText();
  const row = serviceRows(round, null, props).find((one) => one.id === id);
  const name = nameOf(id);
  const shared = { nameOf, queries, version: round };
  return (
    <>
      <PageTitle text={name} {...(isOwnService({ id }) && { tab: t('own.title') })} />
      {row?.service ? (
        <Verdict row={row} service={row.service} {...{ round, now }} />
      ) : (
        <p>{t('service.unchecked', { name })}</p>
      )}
      {row && round && (
        <p>
          <a href={roundHref(round.id)}>{t('service.latest')}</a>
        </p>
      )}
      {round && (
        <>
          <HistoryBars
            only={id}
            services={round.services}
            hour={hourOf(now)}
            showRouting={gap === null}
            {...shared}
          />
          <Changes service={id} {...shared} />
        </>
      )}
    </>
  );
}

/** The round left the service out. */
const notAsked = new Set<Reason>(['not-through-detour', 'needs-permission']);

interface VerdictProps extends Pick<ServicePageProps, 'round' | 'now'> {
  row: ServiceRowView;
  service: ServiceResult;
}

function Verdict({ row, service, round, now }: VerdictProps) {
  return (
    <section class="verdict">
      <p class="headline">
        <StateIcon sign={shownAs(service).sign} /> <StateWord service={service} />
      </p>
      {!notAsked.has(service.reason) && <CheckTimes {...{ round, now }} nextCheckAt={null} />}
      <ServiceDetails row={row} isOnItsPage />
    </section>
  );
}
