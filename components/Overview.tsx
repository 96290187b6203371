import type { RoundProgress } from '../lib/model/progress.ts';
import type { Round } from '../lib/model/round.ts';
import type { SeenRoute } from '../lib/model/route.ts';
import { announcementOf, progressCounts } from '../lib/view/progress.ts';
import type { RouteGap } from '../lib/view/route.ts';
import { blockedSummaryOf, summaryOf } from '../lib/view/summary.ts';
import { Announcement } from './Announcement.tsx';
import { CheckTimes } from './CheckTimes.tsx';
import { NetworkLine } from './NetworkLine.tsx';
import { RouteLine } from './RouteLine.tsx';
import { useText } from './TextProvider.tsx';
import { Translated } from './Translated.tsx';

export interface OverviewProps {
  round: Round | null;
  progress: RoundProgress | null;
  nextCheckAt: string | null;
  now: Date;
  /** The last result of checking the route; null where there is a gap. */
  route: SeenRoute | null;
  gap: RouteGap | null;
}

/** The headline, the network, the route, and the times of checks. */
export function Overview({ round, progress, nextCheckAt, now, route, gap }: OverviewProps) {
  const { t } = useText();
  const heard = progress ? announcementOf(progress) : summaryOf(round);
  return (
    <section class="overview">
      {progress ? <RunningSummary {...{ round, progress }} /> : <LastSummary round={round} />}
      {route && <RouteLine route={route} isFresh={route.at === round?.startedAt} now={now} />}
      {gap && <p>{t(`route.gap.${gap}`)}</p>}
      {progress ? (
        <ProgressBar progress={progress} />
      ) : (
        <CheckTimes round={round} nextCheckAt={nextCheckAt} now={now} />
      )}
      <Announcement text={t(heard.id, heard.values)} />
    </section>
  );
}

function LastSummary({ round }: Pick<OverviewProps, 'round'>) {
  const closed = blockedSummaryOf(round);
  return (
    <>
      <p class="headline">
        <Translated message={summaryOf(round)} />
      </p>
      {closed && (
        <p>
          <Translated message={closed} />
        </p>
      )}
      {round ? <NetworkLine network={round.network} /> : <FirstTime />}
    </>
  );
}

function FirstTime() {
  return <p>{useText().t('summary.first')}</p>;
}

interface RunningProps {
  progress: RoundProgress;
}

/** Of the last round no more than its headline, marked as such: the rest might contradict what is seen now. */
function RunningSummary({ round, progress }: RunningProps & Pick<OverviewProps, 'round'>) {
  const { t } = useText();
  const last = summaryOf(round);
  const { known, total } = progressCounts(progress);
  return (
    <>
      <p class="headline">{t('progress.headline', { known, total })}</p>
      {round && <p>{t('progress.last', { result: t(last.id, last.values) })}</p>}
    </>
  );
}

function ProgressBar({ progress }: RunningProps) {
  const { t } = useText();
  const { done, total } = progressCounts(progress);
  const label = t('progress.running', { done, total });
  return (
    <div class="running">
      <p>{label}</p>
      <progress value={done} max={total} aria-label={label} />
    </div>
  );
}
