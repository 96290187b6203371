import type { RoundProgress } from '../lib/model/progress.ts';
import type { Round } from '../lib/model/round.ts';
import type { SeenRoute } from '../lib/model/route.ts';
import type { RoutingSettings } from '../lib/routing/settings.ts';
import type { CheckSettings, SettingsChange } from '../lib/settings/check-settings.ts';
import { isPaused, type PauseLength } from '../lib/settings/pause.ts';
import type { ServiceChoice } from '../lib/settings/wanted-services.ts';
import { routeGap } from '../lib/view/route.ts';
import { serviceRows } from '../lib/view/rows.ts';
import { Actions } from './Actions.tsx';
import { AgreeForm, type AgreeFormProps } from './AgreeForm.tsx';
import { useDashboardText } from './dashboard-text.ts';
import { FirstRun } from './FirstRun.tsx';
import { History } from './History.tsx';
import { OfferedServices } from './OfferedServices.tsx';
import { Overview } from './Overview.tsx';
import { PageTitle } from './PageTitle.tsx';
import { Pause } from './Pause.tsx';
import { ServiceList } from './ServiceList.tsx';

export interface OverviewPageProps extends AgreeFormProps {
  /** Newest first. */
  rounds: Round[];
  route: SeenRoute | null;
  progress: RoundProgress | null;
  nextCheckAt: string | null;
  now: Date;
  checkSettings: CheckSettings;
  services: ServiceChoice[];
  routingSettings: RoutingSettings;
  onPause: (length: PauseLength) => void;
  onResume: () => void;
  onCheckSettings: (change: SettingsChange) => void;
  onCheck: () => void;
  onCancel: () => void;
}

/** How things are, and how they were of late. */
export function OverviewPage(props: OverviewPageProps) {
  const { rounds, progress, checkSettings } = props;
  const { t } = useDashboardText();
  const showRouting = routeGap(props) === null;
  return (
    <>
      <PageTitle text={t('page.overview')} isHidden />
      {checkSettings.agreed ? <Top {...props} /> : <BeforeFirstRun {...props} />}
      {checkSettings.agreed && (
        <OfferedServices
          settings={checkSettings}
          services={props.services}
          onChange={props.onCheckSettings}
        />
      )}
      <ServiceList rows={serviceRows(rounds[0] ?? null, progress, showRouting)} />
      {rounds.length > 0 && <History {...{ rounds, showRouting }} />}
    </>
  );
}

function BeforeFirstRun(props: AgreeFormProps) {
  return (
    <>
      <FirstRun />
      <AgreeForm {...props} />
    </>
  );
}

function Top(props: OverviewPageProps) {
  const { progress, now, checkSettings, onPause, onResume } = props;
  const nextCheckAt = isPaused(checkSettings, now) ? null : props.nextCheckAt;
  const gap = routeGap(props);
  const route = gap === null ? props.route : null;
  const round = props.rounds[0] ?? null;
  return (
    <div class="top">
      <div class="summary">
        <Overview {...{ round, route, gap, progress, nextCheckAt, now }} />
        <Pause settings={checkSettings} {...{ now, onPause, onResume }} />
      </div>
      <Actions progress={progress} onCheck={props.onCheck} onCancel={props.onCancel} />
    </div>
  );
}
