import { useSignal } from '@preact/signals';
import type { Round } from '../lib/model/round.ts';
import type { RoutingVerdict } from '../lib/model/route.ts';
import { historyGrid } from '../lib/view/history-grid.ts';
import { routeChoices, routesByRound } from '../lib/view/round-routes.ts';
import { routePairs } from '../lib/view/route-pairs.ts';
import { HistoryTable } from './HistoryTable.tsx';
import { RouteFilter } from './RouteFilter.tsx';
import { RoutePairs } from './RoutePairs.tsx';

interface HistoryProps {
  /** Newest first. */
  rounds: Round[];
  /** Whether the person wants to see the route. */
  showRouting: boolean;
}

/** The recent rounds, of all routes or of one, and the services' states by route. */
export function History({ rounds, showRouting }: HistoryProps) {
  const wanted = useSignal<RoutingVerdict | null>(null);
  const routes = routesByRound(rounds);
  const choices = showRouting ? routeChoices(routes) : [];
  const chosen = choices.some(({ route }) => route === wanted.value) ? wanted.value : null;
  const pairs = showRouting ? routePairs(rounds, routes) : [];
  const grid = historyGrid(rounds, ({ id }) => chosen === null || routes.get(id) === chosen);
  return (
    <>
      <HistoryTable grid={grid}>
        {choices.length > 0 && (
          <RouteFilter
            choices={choices}
            chosen={chosen}
            onChoose={(route) => {
              wanted.value = route;
            }}
          />
        )}
      </HistoryTable>
      {pairs.length > 0 && <RoutePairs pairs={pairs} />}
    </>
  );
}
