import { useMemo } from 'preact/hooks';
import type { RoundProgress } from '../../lib/model/progress.ts';
import type { Round } from '../../lib/model/round.ts';
import type { SeenRoute } from '../../lib/model/route.ts';
import type { RoutingSettings } from '../../lib/routing/settings.ts';
import type { CheckSettings, SettingsChange } from '../../lib/settings/check-settings.ts';
import { isPaused, type PauseLength } from '../../lib/settings/pause.ts';
import type { ServiceChoice } from '../../lib/settings/wanted-services.ts';
import { hourOf } from '../../lib/view/bars.ts';
import type { HistoryQueries } from '../../lib/view/page/history-queries.ts';
import { routeSeen } from '../../lib/view/route.ts';
import { compareRoutes } from '../../lib/view/route-comparison.ts';
import { serviceRows } from '../../lib/view/rows.ts';
import { Actions } from '../current-state/Actions.tsx';
import { Pause } from '../current-state/Pause.tsx';
import { ServiceList } from '../current-state/ServiceList.tsx';
import { FirstSteps, type FirstStepsProps } from '../first-run/FirstSteps.tsx';
import { Changes } from '../history/Changes.tsx';
import { HistoryBars } from '../history/HistoryBars.tsx';
import { useLoaded } from '../loading/use-loaded.ts';
import { PageTitle } from '../page/PageTitle.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { OfferedServices } from './OfferedServices.tsx';
import { Overview } from './Overview.tsx';
import { RouteComparisonTable } from './RouteComparisonTable.tsx';

export interface OverviewPageProps extends FirstStepsProps {
  /** The latest. */
  round: Round | null;
  route: SeenRoute | null;
  progress: RoundProgress | null;
  nextCheckAt: string | null;
  now: Date;
  checkSettings: CheckSettings;
  services: ServiceChoice[];
  nameOf: (service: string) => string;
  queries: HistoryQueries;
  routingSettings: RoutingSettings;
  onPause: (length: PauseLength) => void;
  onResume: () => void;
  onCheckSettings: (change: SettingsChange) => void;
  onCheck: () => void;
  onPermitCheck: () => void;
  onCancel: () => void;
}

/** How things are, and how they were of late. */
export function OverviewPage(props: OverviewPageProps) {
  const { round, progress, checkSettings, services, nameOf, queries } = props;
  const { t } = useDashboardText();
  const seen = routeSeen(props);
  const showRouting = seen.gap === null;
  const hour = hourOf(props.now);
  // Progress, which comes several times a second, does not change it.
  const past = useMemo(
    () => round && <Past {...{ round, hour, services, showRouting, nameOf, queries }} />,
    [round, hour, services, showRouting, nameOf, queries],
  );
  return (
    <>
      <PageTitle text={t('page.overview')} isHidden />
      {checkSettings.agreed ? <Top {...props} /> : <FirstSteps {...props} />}
      {checkSettings.agreed && (
        <OfferedServices
          settings={checkSettings}
          services={services}
          onChange={props.onCheckSettings}
        />
      )}
      <ServiceList rows={serviceRows(round, progress, seen)} />
      {past}
    </>
  );
}

interface PastProps extends Pick<OverviewPageProps, 'services' | 'nameOf' | 'queries'> {
  round: Round;
  hour: number;
  showRouting: boolean;
}

function Past({ round, hour, services, showRouting, nameOf, queries }: PastProps) {
  const { value: seen = [] } = useLoaded(queries.readSeenStates, [queries, round]);
  const comparisons = showRouting ? compareRoutes(seen) : [];
  const shared = { nameOf, queries, version: round };
  return (
    <>
      <HistoryBars
        services={round.services}
        choices={services}
        {...{ hour, showRouting, ...shared }}
      />
      {comparisons.length > 0 && <RouteComparisonTable {...{ comparisons, nameOf }} />}
      <Changes {...shared} />
    </>
  );
}

function Top(props: OverviewPageProps) {
  const { round, progress, now, checkSettings, onPause, onResume, onPermitCheck } = props;
  const nextCheckAt = isPaused(checkSettings, now) ? null : props.nextCheckAt;
  return (
    <div class="top">
      <div class="summary">
        <Overview {...{ round, progress, nextCheckAt, now, onPermitCheck }} {...routeSeen(props)} />
        <Pause settings={checkSettings} {...{ now, onPause, onResume }} />
      </div>
      <Actions progress={progress} onCheck={props.onCheck} onCancel={props.onCancel} />
    </div>
  );
}
