import { barTime } from '../lib/i18n/bar-time.ts';
import { minuteTime } from '../lib/i18n/time.ts';
import type { ServiceCheck, Span } from '../lib/model/bar.ts';
import type { ServiceState } from '../lib/model/state.ts';
import { roundHref } from '../lib/view/address.ts';
import type { BarView, StateCounts } from '../lib/view/bars.ts';
import type { HistoryQueries } from '../lib/view/history-queries.ts';
import { useDashboardText } from './dashboard-text.ts';
import { StateIcon } from './StateIcon.tsx';
import { useLoaded } from './use-loaded.ts';

/** Says in words what the checks of a time said. */
export function useCountWords(): (counts: StateCounts) => string {
  const { t } = useDashboardText();
  return (counts) => {
    const said = Object.entries(counts).map(([state, count]) =>
      t('bars.counted', { state: t(`state.${state as ServiceState}`), count }),
    );
    return said.length === 0 ? t('bars.none') : said.join('; ');
  };
}

/** Says by their labels which mechanisms the checks of a time found; empty without any. */
function useMechanismWords(): (mechanisms: BarView['mechanisms']) => string {
  const { language, t } = useDashboardText();
  const numbers = new Intl.NumberFormat(language);
  return (mechanisms) => {
    const found = Object.entries(mechanisms).map(
      ([set, count]) => `${set.replaceAll('|', ', ')} (${numbers.format(count)})`,
    );
    return found.length === 0 ? '' : `${t('details.mechanisms')}: ${found.join('; ')}`;
  };
}

/**
 * Says a bar in words: when, and what its checks said.
 *
 * @param isAlone whether it also says which mechanisms they found
 */
export function useBarWords(span: Span, isAlone: boolean): (view: BarView) => string {
  const { language, t } = useDashboardText();
  const countWords = useCountWords();
  const mechanismWords = useMechanismWords();
  return (view) => {
    const what = countWords(view.counts);
    const words = t('bars.words', { time: barTime(language, view, span), what });
    const how = isAlone ? mechanismWords(view.mechanisms) : '';
    return how === '' ? words : `${words}. ${how}`;
  };
}

interface BarDetailsProps {
  service: { id: string; name: string } | undefined;
  /** Undefined where none is pointed at or chosen. */
  view: BarView | undefined;
  /** Its checks are listed only then. */
  isChosen: boolean;
  /** It is on the page of its service, which says more. */
  isAlone: boolean;
  span: Span;
  queries: HistoryQueries;
}

/** The bar that is pointed at or chosen, in words, and once it is chosen its checks. */
export function BarDetails({ service, view, isChosen, isAlone, span, queries }: BarDetailsProps) {
  const { t } = useDashboardText();
  const words = useBarWords(span, isAlone);
  const isShown = service !== undefined && view !== undefined;
  return (
    <div class="bar-details">
      <p>
        {isShown ? (
          <>
            <strong>{service.name}</strong> {words(view)}
          </>
        ) : (
          t('bars.how')
        )}
      </p>
      {isShown && isChosen && Object.keys(view.counts).length > 0 && (
        <Checks {...{ service, view, queries }} />
      )}
    </div>
  );
}

interface ChecksProps {
  service: { id: string; name: string };
  view: BarView;
  queries: HistoryQueries;
}

function Checks({ service, view, queries }: ChecksProps) {
  const { t } = useDashboardText();
  const { value, hasFailed } = useLoaded(
    async () => ({ of: view.fromMs, checks: await queries.readChecks(view, service.id) }),
    [view.fromMs, view.toMs, service.id, queries],
  );
  if (hasFailed) return <p>{t('error.history')}</p>;
  if (value?.of !== view.fromMs) return null;
  if (value.checks.length === 0) return <p>{t('bars.no-rounds')}</p>;
  return (
    <ul class="checks" aria-label={t('bars.checks')}>
      {value.checks.map((check) => (
        <li key={check.number}>
          <CheckLink check={check} />
        </li>
      ))}
    </ul>
  );
}

function CheckLink({ check: { roundId, startedAt, state } }: { check: ServiceCheck }) {
  const { language, t } = useDashboardText();
  return (
    <a href={roundHref(roundId)}>
      <StateIcon sign={state} />
      <time dateTime={startedAt}>{minuteTime(language, startedAt)}</time>
      <span class="visually-hidden"> {t(`state.${state}`)}</span>
    </a>
  );
}
