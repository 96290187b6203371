import { useSignal } from '@preact/signals';
import { dateAndMinute } from '../../lib/i18n/time.ts';
import type { HistoryQueries } from '../../lib/view/page/history-queries.ts';
import { useLoaded } from '../loading/use-loaded.ts';
import { useMore } from '../loading/use-more.ts';
import { StateChange } from '../signs/StateChange.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { ProvingRounds } from './ProvingRounds.tsx';

const atFirst = 10;
const atMost = 200;

interface ChangesProps {
  /** Of all services without it. */
  service?: string;
  nameOf: (service: string) => string;
  queries: HistoryQueries;
  /** Anything that changes with the history. */
  version: unknown;
}

/** The latest changes of state, each leading to the check that settled it. */
export function Changes({ service, nameOf, queries, version }: ChangesProps) {
  const { language, t } = useDashboardText();
  const limit = useSignal(atFirst);
  const { value, hasFailed } = useLoaded(
    // One more tells whether there is more.
    () => queries.readChanges(limit.value + 1, service),
    [limit.value, service, queries, version],
  );
  const { holder, onMore } = useMore<HTMLUListElement>(value);
  return (
    <section class="changes">
      <h2>{t('changes.title')}</h2>
      {hasFailed && <p>{t('error.history')}</p>}
      {value?.length === 0 && <p>{t('changes.none')}</p>}
      <ul ref={holder}>
        {value?.slice(0, limit.value).map((change) => (
          <li key={`${change.number} ${change.service}`}>
            <StateChange {...{ change, nameOf }} when={dateAndMinute(language, change.at)}>
              {service !== undefined && <ProvingRounds rounds={change.witnesses} />}
            </StateChange>
          </li>
        ))}
      </ul>
      {value !== undefined && value.length > limit.value && limit.value < atMost && (
        <button
          type="button"
          onClick={() => {
            onMore();
            limit.value = atMost;
          }}
        >
          {t('changes.more')}
        </button>
      )}
      <p>
        <a href="#timeline">{t('page.timeline')}</a>
      </p>
    </section>
  );
}
