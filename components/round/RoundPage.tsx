import { useRef } from 'preact/hooks';
import { numberFormat } from '../../lib/i18n/numbers.ts';
import { exactTime } from '../../lib/i18n/time.ts';
import type { Deletion } from '../../lib/model/deletion.ts';
import type { Round } from '../../lib/model/round.ts';
import type { HistoryQueries } from '../../lib/view/page/history-queries.ts';
import { situationOf } from '../../lib/view/situation.ts';
import { ConnectionLine } from '../current-state/ConnectionLine.tsx';
import { Question } from '../forms/Question.tsx';
import { useLoaded } from '../loading/use-loaded.ts';
import { PageTitle } from '../page/PageTitle.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { Translated } from '../text/Translated.tsx';
import { ControlsTable } from './ControlsTable.tsx';
import { RoundAttempts } from './RoundAttempts.tsx';

interface RoundPageProps {
  id: string;
  /** The latest, which may not be in the history. */
  latest: Round | null;
  showRouting: boolean;
  queries: HistoryQueries;
  isDeleting: boolean;
  onDeletePart: (part: Deletion) => void;
}

/** One check with all its attempts. */
export function RoundPage(props: RoundPageProps) {
  const { id, latest, showRouting, queries, isDeleting, onDeletePart } = props;
  const { language, t } = useDashboardText();
  const { value: read, hasFailed } = useLoaded(
    async () => (latest?.id === id ? latest : queries.readRound(id)),
    [id, latest, queries],
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const deleteRound = () => {
    // Nothing else of the page stays.
    heading.current?.focus();
    onDeletePart({ rounds: [id] });
  };
  if (read) {
    return (
      <>
        <PageTitle
          heading={heading}
          text={t('round.title', { time: exactTime(language, read.startedAt) })}
          tab={t('page.round')}
        />
        <Circumstances round={read} showRouting={showRouting} />
        <RoundAttempts round={read} />
        {read.network.controls.length > 0 && <ControlsTable controls={read.network.controls} />}
        <div class="actions">
          <Question
            label={t('round.delete')}
            question={t('round.delete.question')}
            what={`${t('round.delete.what')} ${t('forget.part.final')}`}
            yes={t('forget.question.yes')}
            no={t('forget.question.no')}
            onYes={deleteRound}
          />
        </div>
        <p role="status">{isDeleting && t('forget.deleting')}</p>
      </>
    );
  }
  return (
    <>
      <PageTitle heading={heading} text={t('page.round')} />
      {hasFailed && <p>{t('error.history')}</p>}
      {read === null && (
        <>
          <p>{t('round.missing')}</p>
          <p>
            <a href="#overview">{t('page.unknown.back')}</a>
          </p>
        </>
      )}
    </>
  );
}

/** Why the check was made, how long it took, and over which network and route. */
function Circumstances({ round, showRouting }: { round: Round; showRouting: boolean }) {
  const { language, t } = useDashboardText();
  const { startedAt, finishedAt, trigger, network, routing } = round;
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  const now = new Date(finishedAt);
  const seen = { route: showRouting ? { at: startedAt, routing } : null, gap: null };
  const situation = situationOf({
    round,
    progress: null,
    settings: { pausedUntil: null },
    now,
    ...seen,
  });
  const numbers = numberFormat(language, { maximumFractionDigits: 0 });
  return (
    <section class="circumstances">
      <p>
        {t(`round.trigger.${trigger}`)} {/* Not where the clock was set back meanwhile. */}
        {seconds >= 0 && t('round.took', { seconds: numbers.format(seconds) })}
      </p>
      {situation && (
        <p>
          <Translated message={situation.title} />
        </p>
      )}
      <ConnectionLine {...{ network, now }} {...seen} isFresh />
    </section>
  );
}
