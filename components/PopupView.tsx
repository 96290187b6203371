import type { ExportFormatId } from '../lib/export/formats.ts';
import type { Language } from '../lib/i18n/languages.ts';
import type { RoundProgress } from '../lib/model/progress.ts';
import type { Round } from '../lib/model/round.ts';
import type { SeenRoute } from '../lib/model/route.ts';
import type { RoutingSettings } from '../lib/routing/settings.ts';
import type { PageError } from '../lib/view/page-store.ts';
import { serviceRows } from '../lib/view/rows.ts';
import { Actions } from './Actions.tsx';
import { ErrorLine } from './ErrorLine.tsx';
import { Overview } from './Overview.tsx';
import { PageHeader } from './PageHeader.tsx';
import { ServiceList } from './ServiceList.tsx';
import { TextProvider } from './TextProvider.tsx';

export interface PopupViewProps {
  round: Round | null;
  route: SeenRoute | null;
  progress: RoundProgress | null;
  nextCheckAt: string | null;
  now: Date;
  language: Language;
  routingSettings: RoutingSettings;
  dashboardUrl: string;
  error: PageError | null;
  onCheck: () => void;
  onCancel: () => void;
  onDownload: (format: ExportFormatId) => void;
  onLanguage: (language: Language) => void;
}

export function PopupView(props: PopupViewProps) {
  const { round, progress, nextCheckAt, now, error } = props;
  const { showRouting } = props.routingSettings;
  const route = showRouting ? props.route : null;
  return (
    <TextProvider language={props.language}>
      <PageHeader onLanguage={props.onLanguage} dashboardUrl={props.dashboardUrl} />
      <main>
        <ErrorLine error={error} />
        <Overview {...{ round, route, progress, nextCheckAt, now }} />
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
    </TextProvider>
  );
}
