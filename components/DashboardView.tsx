import { useMemo } from 'preact/hooks';
import type { ExportProgress } from '../lib/export/request.ts';
import type { Language } from '../lib/i18n/languages.ts';
import type { CatalogInUse } from '../lib/model/catalog-file.ts';
import type { RoundProgress } from '../lib/model/progress.ts';
import type { Round } from '../lib/model/round.ts';
import type { SeenRoute } from '../lib/model/route.ts';
import type { RoutingSettings } from '../lib/routing/settings.ts';
import type { CheckSettings, SettingsChange } from '../lib/settings/check-settings.ts';
import { isPaused, type PauseLength } from '../lib/settings/pause.ts';
import type { ServiceChoice } from '../lib/settings/wanted-services.ts';
import type { CatalogActions } from '../lib/view/catalog-actions.ts';
import type { ExportChoices } from '../lib/view/export-choices.ts';
import { exportServices } from '../lib/view/export-services.ts';
import type { OwnServiceActions } from '../lib/view/own-service-actions.ts';
import type { PageError, ReportedCosts } from '../lib/view/page-state.ts';
import { routeGap } from '../lib/view/route.ts';
import { serviceRows } from '../lib/view/rows.ts';
import { Actions } from './Actions.tsx';
import { AgreeForm, type AgreeFormProps } from './AgreeForm.tsx';
import { CheckSettingsSection } from './CheckSettingsSection.tsx';
import { ErrorLine } from './ErrorLine.tsx';
import { ExportSection } from './ExportSection.tsx';
import { FirstRun } from './FirstRun.tsx';
import { ForgetSection } from './ForgetSection.tsx';
import { History } from './History.tsx';
import { OfferedServices } from './OfferedServices.tsx';
import { Overview } from './Overview.tsx';
import { PageHeader } from './PageHeader.tsx';
import { Pause } from './Pause.tsx';
import { ResearchLine } from './ResearchLine.tsx';
import { RoundAttempts } from './RoundAttempts.tsx';
import { RouteSettings } from './RouteSettings.tsx';
import { ServiceList } from './ServiceList.tsx';
import { SetAsideHistories, type SetAsideHistoriesProps } from './SetAsideHistories.tsx';
import { TextProvider } from './TextProvider.tsx';
import { VisibilityLink } from './VisibilityLink.tsx';

export interface DashboardViewProps
  extends AgreeFormProps,
    OwnServiceActions,
    CatalogActions,
    SetAsideHistoriesProps {
  /** Newest first. */
  rounds: Round[];
  route: SeenRoute | null;
  progress: RoundProgress | null;
  nextCheckAt: string | null;
  now: Date;
  language: Language;
  checkSettings: CheckSettings;
  services: ServiceChoice[];
  catalog: CatalogInUse | null;
  reportedCosts: ReportedCosts;
  routingSettings: RoutingSettings;
  isResearchBuild: boolean;
  exporting: ExportProgress | null;
  error: PageError | null;
  onPause: (length: PauseLength) => void;
  onResume: () => void;
  onCheckSettings: (change: SettingsChange) => void;
  onCheck: () => void;
  onCancel: () => void;
  onExport: (choices: ExportChoices) => void;
  onCancelExport: () => void;
  onLanguage: (language: Language) => void;
  onRoutingSettings: (settings: RoutingSettings) => void;
  onDeleteEverything: () => void;
  onLookAtRoute: (wanted: boolean) => void;
}

export function DashboardView(props: DashboardViewProps) {
  const { rounds, progress, checkSettings } = props;
  const { setAside, onSaveSetAside, onDeleteSetAside } = props;
  const showRouting = routeGap(props) === null;
  const round = rounds[0] ?? null;
  // A thousand cells that progress does not change.
  const past = useMemo(
    () =>
      round && (
        <>
          <History {...{ rounds, showRouting }} />
          <RoundAttempts round={round} />
        </>
      ),
    [round, rounds, showRouting],
  );
  return (
    <TextProvider language={props.language}>
      <PageHeader onLanguage={props.onLanguage} />
      <main>
        <ErrorLine error={props.error} />
        <SetAsideHistories {...{ setAside, onSaveSetAside, onDeleteSetAside }} />
        {props.isResearchBuild && <ResearchLine />}
        {checkSettings.agreed ? <Top {...props} /> : <BeforeFirstRun {...props} />}
        {checkSettings.agreed && (
          <OfferedServices
            settings={checkSettings}
            services={props.services}
            onChange={props.onCheckSettings}
          />
        )}
        <ServiceList rows={serviceRows(round, progress, showRouting)} />
        {past}
        {round && (
          <ExportSection
            {...props}
            services={exportServices(rounds, props.services, checkSettings)}
          />
        )}
        <CheckSettingsSection
          {...props}
          settings={checkSettings}
          onChange={props.onCheckSettings}
        />
        <RouteSettings
          settings={props.routingSettings}
          isPermitted={props.isRoutePermitted}
          onChange={props.onRoutingSettings}
          onLookAtRoute={props.onLookAtRoute}
        />
        <ForgetSection
          keptDays={checkSettings.keptDays}
          onKeptDays={(keptDays) => props.onCheckSettings({ keptDays })}
          onDelete={props.onDeleteEverything}
        />
        {checkSettings.agreed && <VisibilityLink />}
      </main>
    </TextProvider>
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

function Top(props: DashboardViewProps) {
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
