import { useMemo } from 'preact/hooks';
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
import { History } from './History.tsx';
import { Overview } from './Overview.tsx';
import { PageHeader } from './PageHeader.tsx';
import { RoundAttempts } from './RoundAttempts.tsx';
import { RouteSettings } from './RouteSettings.tsx';
import { ServiceList } from './ServiceList.tsx';
import { TextProvider } from './TextProvider.tsx';

export interface DashboardViewProps {
  /** Newest first. */
  rounds: Round[];
  route: SeenRoute | null;
  progress: RoundProgress | null;
  nextCheckAt: string | null;
  now: Date;
  language: Language;
  routingSettings: RoutingSettings;
  error: PageError | null;
  onCheck: () => void;
  onCancel: () => void;
  onDownload: (format: ExportFormatId) => void;
  onLanguage: (language: Language) => void;
  onRoutingSettings: (settings: RoutingSettings) => void;
}

export function DashboardView(props: DashboardViewProps) {
  const { rounds, progress, nextCheckAt, now, error } = props;
  const { showRouting } = props.routingSettings;
  const route = showRouting ? props.route : null;
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
        <ErrorLine error={error} />
        <div class="top">
          <Overview {...{ round, route, progress, nextCheckAt, now }} />
          <Actions
            progress={progress}
            hasRounds={round !== null}
            onCheck={props.onCheck}
            onCancel={props.onCancel}
            onDownload={props.onDownload}
          />
        </div>
        <ServiceList rows={serviceRows(round, progress, showRouting)} />
        {past}
        <RouteSettings settings={props.routingSettings} onChange={props.onRoutingSettings} />
      </main>
    </TextProvider>
  );
}
