import type { ExportProgress } from '../../lib/export/request.ts';
import type { Language } from '../../lib/i18n/languages.ts';
import type { RoundProgress } from '../../lib/model/progress.ts';
import type { Round } from '../../lib/model/round.ts';
import type { SeenRoute } from '../../lib/model/route.ts';
import type { SetAside } from '../../lib/model/set-aside.ts';
import type { RoutingSettings } from '../../lib/routing/settings.ts';
import type { CheckSettings } from '../../lib/settings/check-settings.ts';
import { isLocked } from '../../lib/settings/organisation.ts';
import type { PauseLength } from '../../lib/settings/pause.ts';
import { withOrder } from '../../lib/settings/service-order.ts';
import type { Day } from '../../lib/view/day.ts';
import { type ExportChoices, usualChoices } from '../../lib/view/export-choices.ts';
import type { PageError } from '../../lib/view/page/page-state.ts';
import { routeSeen } from '../../lib/view/route.ts';
import { serviceRows } from '../../lib/view/rows.ts';
import { situationIdOf, situationOf } from '../../lib/view/situation.ts';
import { Actions } from '../current-state/Actions.tsx';
import { CheckTimes } from '../current-state/CheckTimes.tsx';
import { ServiceList } from '../current-state/ServiceList.tsx';
import { Verdict } from '../current-state/Verdict.tsx';
import { FirstRunInShort } from '../first-run/FirstRunInShort.tsx';
import { ErrorLine } from '../forms/ErrorLine.tsx';
import { useLoaded } from '../loading/use-loaded.ts';
import { ResearchLine } from '../page/ResearchLine.tsx';
import { useKeptFocus } from '../page/use-kept-focus.ts';
import { TextProvider, useText } from '../text/TextProvider.tsx';
import { PopupFrame } from './PopupFrame.tsx';
import { PopupMenu } from './PopupMenu.tsx';
import { SetAsideLine } from './SetAsideLine.tsx';

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
  /** Reads the last day of the history, after the first frame. */
  readDay: () => Promise<Day>;
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
  useKeptFocus();
  return (
    <TextProvider language={props.language} isLocked={isLocked(props.checkSettings, 'language')}>
      {props.checkSettings.agreed ? <Results {...props} /> : <BeforeFirstRun {...props} />}
    </TextProvider>
  );
}

/**
 * A yes here asks for no permission: the browser's question closes a popup in some browsers and systems. So it
 * is a yes without the look at the route, which the first page offers.
 */
function BeforeFirstRun(props: PopupViewProps) {
  const { error, firstPageUrl, isResearchBuild, onAgree } = props;
  const { t } = useText();
  const actions = (
    <div class="actions">
      <button type="button" class="main" onClick={() => onAgree(false)}>
        {t('first.agree')}
      </button>
    </div>
  );
  return (
    <PopupFrame {...props} actions={actions} isToldFirst>
      <ErrorLine error={error} />
      {isResearchBuild && <ResearchLine />}
      <FirstRunInShort />
      <p class="elsewhere">
        {t('first.elsewhere')}{' '}
        <a href={firstPageUrl} target="_blank" rel="noreferrer">
          {t('first.open')}
        </a>
      </p>
    </PopupFrame>
  );
}

function Results(props: PopupViewProps) {
  const { now, error, checkSettings, dashboardUrl } = props;
  const round = withOrder(props.round, checkSettings.order);
  const progress = withOrder(props.progress, checkSettings.order);
  const seen = routeSeen(props);
  const situation = situationOf({ round, progress, now, settings: checkSettings, ...seen });
  const unpaused = situationIdOf({ round, progress, now, settings: { pausedUntil: null } });
  const showsList = situation === null || situation.found.length > 0;
  const { value: day } = useLoaded(props.readDay, [round?.id]);
  return (
    <PopupFrame {...props} actions={<ResultActions {...props} />}>
      <ErrorLine error={error} />
      {props.setAside.some(({ why }) => why !== 'mended') && <SetAsideLine />}
      {props.isResearchBuild && <ResearchLine />}
      <Verdict {...{ round, progress, now, situation }} {...seen}>
        {situation?.id === 'paused' && <ResumeButton onResume={props.onResume} />}
        {unpaused === 'no-permission' && <PermitLink dashboardUrl={dashboardUrl} />}
      </Verdict>
      {showsList && <ServiceList rows={serviceRows(round, progress, seen)} day={day} />}
    </PopupFrame>
  );
}

function ResultActions(props: PopupViewProps) {
  const { round } = props;
  const canSave = round !== null && props.exporting === null;
  const onDownload = canSave ? () => props.onExport(usualChoices) : null;
  return (
    <>
      <Actions {...props} />
      <CheckTimes {...props} nextCheckAt={null} />
      <PopupMenu {...props} onDownload={onDownload} />
    </>
  );
}

function ResumeButton({ onResume }: Pick<PopupViewProps, 'onResume'>) {
  return (
    <button type="button" onClick={onResume}>
      {useText().t('pause.resume')}
    </button>
  );
}

/** To where the browser can ask: its question closes a popup in some browsers and systems. */
function PermitLink({ dashboardUrl }: Pick<PopupViewProps, 'dashboardUrl'>) {
  return (
    <a href={`${dashboardUrl}#overview`} target="_blank" rel="noreferrer">
      {useText().t('situation.permit')}
    </a>
  );
}
