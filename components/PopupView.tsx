import type { ExportProgress } from '../lib/export/request.ts';
import type { Language } from '../lib/i18n/languages.ts';
import type { RoundProgress } from '../lib/model/progress.ts';
import type { Round } from '../lib/model/round.ts';
import type { SeenRoute } from '../lib/model/route.ts';
import type { SetAside } from '../lib/model/set-aside.ts';
import type { RoutingSettings } from '../lib/routing/settings.ts';
import type { CheckSettings } from '../lib/settings/check-settings.ts';
import { isPaused, type PauseLength } from '../lib/settings/pause.ts';
import { type ExportChoices, usualChoices } from '../lib/view/export-choices.ts';
import type { PageError } from '../lib/view/page-state.ts';
import { routeGap } from '../lib/view/route.ts';
import { serviceRows } from '../lib/view/rows.ts';
import { Actions } from './Actions.tsx';
import { ErrorLine } from './ErrorLine.tsx';
import { FirstRun } from './FirstRun.tsx';
import { Overview } from './Overview.tsx';
import { PageHeader } from './PageHeader.tsx';
import { Pause } from './Pause.tsx';
import { ResearchLine } from './ResearchLine.tsx';
import { ServiceList } from './ServiceList.tsx';
import { SetAsideLine } from './SetAsideLine.tsx';
import { TextProvider, useText } from './TextProvider.tsx';

export interface PopupViewProps {
  round: Round | null;
  route: SeenRoute | null;
  progress: RoundProgress | null;
  nextCheckAt: string | null;
  now: Date;
  language: Language;
  checkSettings: CheckSettings;
  routingSettings: RoutingSettings;
  isRoutePermitted: boolean;
  isResearchBuild: boolean;
  dashboardUrl: string;
  firstPageUrl: string;
  setAside: readonly SetAside[];
  /** How far the file is that is being made; null without one. */
  exporting: ExportProgress | null;
  error: PageError | null;
  onAgree: (looksAtRoute: boolean) => void;
  onPause: (length: PauseLength) => void;
  onResume: () => void;
  onCheck: () => void;
  onCancel: () => void;
  onExport: (choices: ExportChoices) => void;
  onLanguage: (language: Language) => void;
}

export function PopupView(props: PopupViewProps) {
  return (
    <TextProvider language={props.language}>
      <PageHeader onLanguage={props.onLanguage} dashboardUrl={props.dashboardUrl} />
      {props.checkSettings.agreed ? <Results {...props} /> : <BeforeFirstRun {...props} />}
    </TextProvider>
  );
}

/**
 * A yes here asks for no permission: the browser's question closes a popup in some browsers and systems. So it
 * is a yes without the look at the route, which the first page offers.
 */
function BeforeFirstRun({ error, firstPageUrl, isResearchBuild, onAgree }: PopupViewProps) {
  const { t } = useText();
  return (
    <>
      <main>
        <ErrorLine error={error} />
        {isResearchBuild && <ResearchLine />}
        <FirstRun />
        <p class="elsewhere">
          {t('first.elsewhere')}{' '}
          <a href={firstPageUrl} target="_blank" rel="noreferrer">
            {t('first.open')}
          </a>
        </p>
      </main>
      <footer>
        <div class="actions">
          <button type="button" class="main" onClick={() => onAgree(false)}>
            {t('first.agree')}
          </button>
        </div>
      </footer>
    </>
  );
}

function Results(props: PopupViewProps) {
  const { round, progress, now, error, checkSettings, onPause, onResume } = props;
  const gap = routeGap(props);
  const nextCheckAt = isPaused(checkSettings, now) ? null : props.nextCheckAt;
  const route = gap === null ? props.route : null;
  const canSave = round !== null && props.exporting === null;
  return (
    <>
      <main>
        <ErrorLine error={error} />
        {props.setAside.length > 0 && <SetAsideLine />}
        {props.isResearchBuild && <ResearchLine />}
        <Overview {...{ round, route, gap, progress, nextCheckAt, now }} />
        <Pause settings={checkSettings} {...{ now, onPause, onResume }} />
        <ServiceList rows={serviceRows(round, progress, gap === null)} />
      </main>
      <footer>
        <Actions
          progress={progress}
          onCheck={props.onCheck}
          onCancel={props.onCancel}
          onDownload={canSave ? () => props.onExport(usualChoices) : null}
        />
      </footer>
    </>
  );
}
