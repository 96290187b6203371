import type { Round, ServiceResult, ServiceState } from '../round/types.ts';

/** A moment on the time line: a round, or a stretch in which none was made. */
export type GridColumn =
  | { kind: 'round'; id: string; startedAt: string }
  | { kind: 'gap'; id: string };

/** `gap`: no round was made; `missing`: the round has nothing on the service. Neither is a state. */
export type GridCell =
  | { kind: 'state'; columnId: string; startedAt: string; state: ServiceState }
  | { kind: 'missing'; columnId: string; startedAt: string }
  | { kind: 'gap'; columnId: string };

export interface GridRow {
  id: string;
  name: string;
  cells: GridCell[];
}

export interface HistoryGrid {
  columns: GridColumn[];
  rows: GridRow[];
}

/** Three missed checks at the default interval. */
const gapAfterMs = 45 * 60_000;

/** Services down, rounds across, oldest first. What was not measured comes out as a gap. */
export function historyGrid(newestFirst: readonly Round[]): HistoryGrid {
  const rounds = newestFirst.toReversed();
  const byId = new Map(rounds.map((round) => [round.id, indexServices(round)]));
  const columns = rounds.flatMap((round, index) => columnsFor(round, rounds[index - 1]));
  const rows = [...namesOf(newestFirst)].map(([id, name]) => ({
    id,
    name,
    cells: columns.map((column) => cellFor(column, byId.get(column.id)?.get(id))),
  }));
  return { columns, rows };
}

function indexServices(round: Round): Map<string, ServiceResult> {
  return new Map(round.services.map((service) => [service.id, service]));
}

function columnsFor(round: Round, previous: Round | undefined): GridColumn[] {
  const column = { kind: 'round', id: round.id, startedAt: round.startedAt } as const;
  const pauseMs = previous ? Date.parse(round.startedAt) - Date.parse(previous.finishedAt) : 0;
  return pauseMs > gapAfterMs ? [{ kind: 'gap', id: `before ${round.id}` }, column] : [column];
}

function namesOf(newestFirst: readonly Round[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id, name } of newestFirst.flatMap((round) => round.services)) {
    if (!names.has(id)) names.set(id, name);
  }
  return names;
}

function cellFor(column: GridColumn, service: ServiceResult | undefined): GridCell {
  if (column.kind === 'gap') return { kind: 'gap', columnId: column.id };
  const place = { columnId: column.id, startedAt: column.startedAt };
  // An older verdict may be carried through a round that saw nothing: here only seeing counts.
  if (!service || service.roundState === 'insufficient') return { kind: 'missing', ...place };
  return { kind: 'state', ...place, state: service.state };
}
