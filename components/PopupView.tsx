import type { ExportFormatId } from '../lib/export/formats.ts';
import type { Language } from '../lib/i18n/languages.ts';
import type { RoundProgress } from '../lib/model/progress.ts';
import type { Round } from '../lib/model/round.ts';
import type { SeenRoute } from '../lib/model/route.ts';
import type { RoutingSettings } from '../lib/routing/settings.ts';
import type { CheckSettings } from '../lib/settings/check-settings.ts';
import { isPaused, type PauseLength } from '../lib/settings/pause.ts';
import type { PageError } from '../lib/view/page-state.ts';
import { serviceRows } from '../lib/view/rows.ts';
import { Actions } from './Actions.tsx';
import { AgreeButton } from './AgreeButton.tsx';
import { ErrorLine } from './ErrorLine.tsx';
import { FirstRun } from './FirstRun.tsx';
import { Overview } from './Overview.tsx';
import { PageHeader } from './PageHeader.tsx';
import { Pause } from './Pause.tsx';
import { ServiceList } from './ServiceList.tsx';
import { TextProvider } from './TextProvider.tsx';

export interface PopupViewProps {
  round: Round | null;
  route: SeenRoute | null;
  progress: RoundProgress | null;
  nextCheckAt: string | null;
  now: Date;
  language: Language;
  checkSettings: CheckSettings;
  routingSettings: RoutingSettings;
  dashboardUrl: string;
  error: PageError | null;
  onAgree: () => void;
  onPause: (length: PauseLength) => void;
  onResume: () => void;
  onCheck: () => void;
  onCancel: () => void;
  onDownload: (format: ExportFormatId) => void;
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

function BeforeFirstRun({ error, onAgree }: PopupViewProps) {
  return (
    <>
      <main>
        <ErrorLine error={error} />
        <FirstRun />
      </main>
      <footer>
        <AgreeButton onAgree={onAgree} />
      </footer>
    </>
  );
}

function Results(props: PopupViewProps) {
  const { round, progress, now, error, checkSettings, onPause, onResume } = props;
  const { showRouting } = props.routingSettings;
  const nextCheckAt = isPaused(checkSettings, now) ? null : props.nextCheckAt;
  const route = showRouting ? props.route : null;
  return (
    <>
      <main>
        <ErrorLine error={error} />
        <Overview {...{ round, route, progress, nextCheckAt, now }} />
        <Pause settings={checkSettings} {...{ now, onPause, onResume }} />
        <ServiceList rows={serviceRows(round, progress, showRouting)} />
      </main>
      <footer>
        <Actions
          progress={progress}
          hasRounds={round !== null}
          onCheck={props.onCheck}
          onCancel={props.onCancel}
          onDownload={props.onDownload}
        />
      </footer>
    </>
  );
}
