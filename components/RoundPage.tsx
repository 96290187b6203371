import { exactTime } from '../lib/i18n/time.ts';
import type { Round } from '../lib/model/round.ts';
import type { HistoryQueries } from '../lib/view/history-queries.ts';
import { useDashboardText } from './dashboard-text.ts';
import { PageTitle } from './PageTitle.tsx';
import { RoundAttempts } from './RoundAttempts.tsx';
import { useLoaded } from './use-loaded.ts';

interface RoundPageProps {
  id: string;
  /** The latest, which may not be in the history. */
  latest: Round | null;
  queries: HistoryQueries;
}

/** One check with all its attempts. */
export function RoundPage({ id, latest, queries }: RoundPageProps) {
  const { language, t } = useDashboardText();
  const { value: read, hasFailed } = useLoaded(
    async () => (latest?.id === id ? latest : queries.readRound(id)),
    [id, latest, queries],
  );
  if (read) {
    return (
      <>
        <PageTitle text={t('round.title', { time: exactTime(language, read.startedAt) })} />
        <RoundAttempts round={read} />
      </>
    );
  }
  return (
    <>
      <PageTitle text={t('page.round')} />
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
