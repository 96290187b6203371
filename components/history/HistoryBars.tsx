import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Bar, Span } from '../../lib/model/bar.ts';
import type { RoutingVerdict } from '../../lib/model/route.ts';
import type { ServiceChoice } from '../../lib/settings/wanted-services.ts';
import { barsByRoute, barsOfRoles, barsOfService, servicesIn } from '../../lib/view/bars.ts';
import { compareWithHome } from '../../lib/view/home-comparison.ts';
import type { HistoryQueries } from '../../lib/view/page/history-queries.ts';
import { routeChoices } from '../../lib/view/route-choices.ts';
import type { NamedService } from '../../lib/view/service-names.ts';
import { later } from '../loading/later.tsx';
import { useLoaded } from '../loading/use-loaded.ts';
import { useDashboardText } from '../text/dashboard-text.ts';
import { AllTimes } from './AllTimes.tsx';
import { BarDetails } from './BarDetails.tsx';
import { BarLegend } from './BarLegend.tsx';
import { type BarRow, BarRows, type Place } from './BarRows.tsx';
import { HomeComparisonView } from './HomeComparisonView.tsx';
import { RouteFilter } from './RouteFilter.tsx';
import { ServiceTimes } from './ServiceTimes.tsx';
import { SpanChoice } from './SpanChoice.tsx';

const TimesChart = later(async () => (await import('./TimesChart.tsx')).TimesChart);

interface HistoryBarsProps {
  /** In the order of their rows; those that were checked before follow, unless one is shown alone. */
  services: readonly NamedService[];
  only?: string | undefined;
  /** Those to choose from; left out where they are not compared. */
  choices?: readonly ServiceChoice[];
  nameOf: (service: string) => string;
  showRouting: boolean;
  queries: HistoryQueries;
  /** Anything that changes with the history. */
  version: unknown;
  /** The present one, by its number. */
  hour: number;
}

/** A row of bars for each service over a span, and what one of them holds. */
export function HistoryBars({ version, hour, ...props }: HistoryBarsProps) {
  const { only, queries } = props;
  const { t } = useDashboardText();
  const span = useSignal<Span>('day');
  const { value, hasFailed } = useLoaded(
    async () => ({ span: span.value, bars: await queries.readBars(span.value, only) }),
    [span.value, only, queries, version, hour],
  );
  return (
    <section class="history">
      <h2>{t('bars.title')}</h2>
      <SpanChoice
        chosen={span.value}
        onChoose={(chosen) => {
          span.value = chosen;
        }}
      />
      {hasFailed && <p>{t('error.history')}</p>}
      {value && <Rows key={value.span} {...value} {...props} />}
    </section>
  );
}

interface RowsProps extends Omit<HistoryBarsProps, 'version' | 'hour'> {
  bars: readonly Bar[];
  span: Span;
}

/** A bar that a person chose; its place changes as time goes on. */
interface ChosenBar {
  row: number;
  fromMs: number;
}

function placeOf({ row, fromMs }: ChosenBar, bars: readonly Bar[]): Place | null {
  const index = bars.findIndex((bar) => bar.fromMs === fromMs);
  return index === -1 ? null : { row, index };
}

/** Rounds have the route that they inherit only where they are read one by one. */
function knowsWays(span: Span): boolean {
  return span === 'day' || span === 'week';
}

function Rows(props: RowsProps) {
  const { bars, span, only, showRouting, queries } = props;
  const { t } = useDashboardText();
  const wanted = useSignal<RoutingVerdict | null>(null);
  const pointed = useSignal<Place | null>(null);
  const chosenBar = useSignal<ChosenBar | null>(null);
  const chosen = chosenBar.value && placeOf(chosenBar.value, bars);
  const ways = showRouting && knowsWays(span) ? routeChoices(bars) : [];
  const route = ways.some((way) => way.route === wanted.value) ? wanted.value : null;
  // A pointer over the bars draws what is around here anew many times a second.
  const shownBars = useMemo(() => barsByRoute(bars, route), [bars, route]);
  const rows = useRows(props, shownBars);
  const choose = ({ row, index }: Place) => {
    const bar = bars[index];
    if (bar !== undefined) chosenBar.value = { row, fromMs: bar.fromMs };
  };
  const point = (to: Place | null) => {
    pointed.value = to;
  };
  const place = chosen ?? { row: 0, index: bars.length - 1 };
  const shown = pointed.value ?? chosen;
  const shownRow = shown === null ? undefined : rows[shown.row];
  return (
    <>
      {ways.length > 0 && (
        <RouteFilter
          choices={ways}
          chosen={route}
          onChoose={(choice) => {
            wanted.value = choice;
          }}
        />
      )}
      <p class="open-share" aria-hidden="true">
        {t('bars.share')}
      </p>
      <BarRows
        {...{ rows, span, place }}
        chosenRow={chosen?.row ?? null}
        onChoose={choose}
        onPoint={point}
      />
      <BarDetails
        row={shownRow}
        view={shown === null ? undefined : shownRow?.views[shown.index]}
        isChosen={pointed.value === null && chosen !== null}
        {...{ span, route, queries }}
      />
      <BarLegend />
      {only === undefined ? (
        <OfAll {...props} {...{ rows, bars: shownBars }} />
      ) : (
        <Times service={only} {...{ span, rows, bars: shownBars }} />
      )}
    </>
  );
}

/** What the bars of all services show, as a table, and services at home compared with the others. */
function OfAll({ rows, span, bars, choices = [] }: OfAllProps) {
  // A pointer over the bars draws what is around here anew many times a second.
  const comparison = useMemo(
    () => (knowsWays(span) ? compareWithHome(bars, choices) : null),
    [bars, choices, span],
  );
  return (
    <>
      <AllTimes {...{ rows, span }} />
      {comparison && <HomeComparisonView {...comparison} />}
    </>
  );
}

interface OfAllProps extends Pick<RowsProps, 'bars' | 'span' | 'choices'> {
  rows: readonly BarRow[];
}

interface TimesProps extends Pick<RowsProps, 'bars' | 'span'> {
  service: string;
  /** Those of the service and of its uses. */
  rows: readonly BarRow[];
}

function Times({ service, bars, span, rows }: TimesProps) {
  const roles = rows.filter(({ kind }) => kind === 'role');
  return (
    <>
      <TimesChart {...{ service, bars, span }} />
      <ServiceTimes {...{ service, bars, span, roles }} />
    </>
  );
}

/** Those that there are at all, with what the filter leaves of them. */
function useRows(
  { bars, services, only, nameOf }: RowsProps,
  shown: readonly Bar[],
): readonly BarRow[] {
  const { t } = useDashboardText();
  // A pointer over the bars draws the rows anew many times a second.
  return useMemo(() => {
    const kind = only === undefined ? 'service' : 'alone';
    const ofServices = rowsOf(bars, { services, only, nameOf }).map(
      ({ id, name }): BarRow => ({ kind, id, name, views: barsOfService(shown, id) }),
    );
    const roles = only === undefined ? [] : barsOfRoles(shown, only);
    return [
      ...ofServices,
      ...roles.map(
        ({ role, views }): BarRow => ({ kind: 'role', id: role, name: t(`role.${role}`), views }),
      ),
    ];
  }, [bars, shown, services, only, nameOf, t]);
}

/** Services whose checks ended within the span have a row, too. */
function rowsOf(
  bars: readonly Bar[],
  { services, only, nameOf }: Pick<HistoryBarsProps, 'services' | 'only' | 'nameOf'>,
): NamedService[] {
  if (only !== undefined) return [{ id: only, name: nameOf(only) }];
  const former = servicesIn(bars).filter((id) => services.every((service) => service.id !== id));
  return [...services, ...former.map((id) => ({ id, name: nameOf(id) }))];
}
