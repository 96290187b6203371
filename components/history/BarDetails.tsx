import { barTime, timeInBar } from '../../lib/i18n/bar-time.ts';
import { numberFormat } from '../../lib/i18n/numbers.ts';
import type { ServiceCheck, Span } from '../../lib/model/bar.ts';
import type { SummedState } from '../../lib/model/rollup.ts';
import type { RoutingVerdict } from '../../lib/model/route.ts';
import type { BarView, StateCounts } from '../../lib/view/bars.ts';
import { fullWordOf } from '../../lib/view/full-word.ts';
import { roundHref } from '../../lib/view/page/address.ts';
import type { HistoryQueries } from '../../lib/view/page/history-queries.ts';
import { useLoaded } from '../loading/use-loaded.ts';
import { StateIcon } from '../signs/StateIcon.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import type { BarRow } from './BarRows.tsx';

/** Says in words what the checks of a time said, of a service or of one use of it. */
export function useCountWords(of: 'state' | 'part' = 'state'): (counts: StateCounts) => string {
  const { language, t } = useDashboardText();
  const wordsOf = (state: SummedState) => {
    if (of === 'state') return t(fullWordOf(state));
    return state === 'network'
      ? t('state.network').toLocaleLowerCase(language)
      : t(`part.${state}`);
  };
  return (counts) => {
    const said = Object.entries(counts).map(([state, count]) =>
      t('bars.counted', { state: wordsOf(state as SummedState), count }),
    );
    return said.length === 0 ? t('bars.none') : said.join('; ');
  };
}

/** Says by their labels which mechanisms the checks of a time found; empty without any. */
function useMechanismWords(): (mechanisms: BarView['mechanisms']) => string {
  const { language, t } = useDashboardText();
  const numbers = numberFormat(language);
  return (mechanisms) => {
    const found = Object.entries(mechanisms).map(
      ([set, count]) => `${set.replaceAll('|', ', ')} (${numbers.format(count)})`,
    );
    return found.length === 0 ? '' : `${t('details.mechanisms')}: ${found.join('; ')}`;
  };
}

/** Says a bar in words: when, and what its checks said; on the page of a service, also which mechanisms they found. */
export function useBarWords(span: Span, kind: BarRow['kind']): (view: BarView) => string {
  const { language, t } = useDashboardText();
  const countWords = useCountWords(kind === 'role' ? 'part' : 'state');
  const mechanismWords = useMechanismWords();
  return (view) => {
    const what = countWords(view.counts);
    const words = t('bars.words', { time: barTime(language, view, span), what });
    const how = kind === 'service' ? '' : mechanismWords(view.mechanisms);
    return how === '' ? words : `${words}. ${how}`;
  };
}

interface BarDetailsProps {
  /** Undefined where no bar is pointed at or chosen. */
  row: BarRow | undefined;
  view: BarView | undefined;
  /** Its checks are listed only then, with what they said of the service. */
  isChosen: boolean;
  span: Span;
  /** Null: all. */
  route: RoutingVerdict | null;
  queries: HistoryQueries;
}

/** The bar that is pointed at or chosen, in words, and once it is chosen its checks. */
export function BarDetails({ row, view, isChosen, span, ...ofChecks }: BarDetailsProps) {
  const { t } = useDashboardText();
  const words = useBarWords(span, row?.kind ?? 'service');
  const isShown = row !== undefined && view !== undefined;
  const hasChecks = view !== undefined && Object.keys(view.counts).length > 0;
  return (
    <div class="bar-details">
      <p>
        {isShown ? (
          <>
            <strong>
              <bdi>{row.name}</bdi>
            </strong>{' '}
            {words(view)}
          </>
        ) : (
          t('bars.how')
        )}
      </p>
      {isShown && isChosen && row.kind !== 'role' && hasChecks && (
        <Checks service={row.id} {...{ view, span }} {...ofChecks} />
      )}
    </div>
  );
}

interface ChecksProps extends Pick<BarDetailsProps, 'span' | 'route' | 'queries'> {
  service: string;
  view: BarView;
}

function Checks({ service, view, span, route, queries }: ChecksProps) {
  const { t } = useDashboardText();
  const { value, hasFailed } = useLoaded(
    async () => ({ of: view.fromMs, checks: await queries.readChecks(view, service, route) }),
    [view.fromMs, view.toMs, service, route, queries],
  );
  if (hasFailed) return <p>{t('error.history')}</p>;
  if (value?.of !== view.fromMs) return null;
  if (value.checks.length === 0) return <p>{t('bars.no-rounds')}</p>;
  return (
    <ul class="checks" aria-label={t('bars.checks')}>
      {value.checks.map((check) => (
        <li key={check.number}>
          <CheckLink {...{ check, view, span }} />
        </li>
      ))}
    </ul>
  );
}

type CheckLinkProps = Pick<ChecksProps, 'view' | 'span'> & { check: ServiceCheck };

function CheckLink({ check: { roundId, startedAt, state, scope }, view, span }: CheckLinkProps) {
  const { language, t } = useDashboardText();
  return (
    <a href={roundHref(roundId)}>
      <StateIcon sign={state} />
      <time dateTime={startedAt}>{timeInBar(language, startedAt, view, span)}</time>
      <span class="visually-hidden"> {t(fullWordOf(state, scope))}</span>
    </a>
  );
}
