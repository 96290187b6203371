import type { RoundProgress } from '../lib/model/progress.ts';
import type { Round } from '../lib/model/round.ts';
import type { SeenRoute } from '../lib/model/route.ts';
import { progressCounts } from '../lib/view/progress.ts';
import type { RouteGap } from '../lib/view/route.ts';
import { blockedSummaryOf, summaryOf } from '../lib/view/summary.ts';
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
  const closed = blockedSummaryOf(round);
  return (
    <section class="overview">
      <p class="headline">
        <Translated message={summaryOf(round)} />
      </p>
      {closed && (
        <p>
          <Translated message={closed} />
        </p>
      )}
      {round ? <NetworkLine network={round.network} /> : !progress && <FirstTime />}
      {route && <RouteLine route={route} isFresh={route.at === round?.startedAt} now={now} />}
      {gap && <p>{t(`route.gap.${gap}`)}</p>}
      {progress ? (
        <RunningCheck progress={progress} />
      ) : (
        <CheckTimes round={round} nextCheckAt={nextCheckAt} now={now} />
      )}
      <p role="status" class="visually-hidden">
        <Translated message={progress ? { id: 'progress.announce' } : summaryOf(round)} />
      </p>
    </section>
  );
}

function FirstTime() {
  return <p>{useText().t('summary.first')}</p>;
}

function RunningCheck({ progress }: { progress: RoundProgress }) {
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
