import type { Round } from '../model/round.ts';
import type { ServiceResult } from '../model/service.ts';
import type { ServiceState } from '../model/state.ts';

/** `pause`: there was no round; `left-out`: the filter hides the rounds. */
export type GapReason = 'pause' | 'left-out';

/** A round, or a stretch of time without a visible one. */
export type GridColumn =
  | { kind: 'round'; id: string; startedAt: string }
  | { kind: 'gap'; id: string; why: GapReason };

/** `gap`: no round is visible; `missing`: the round did not measure the service. Neither is a state. */
export type GridCell =
  | { kind: 'state'; columnId: string; startedAt: string; state: ServiceState }
  | { kind: 'missing'; columnId: string; startedAt: string }
  | { kind: 'gap'; columnId: string; why: GapReason };

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

/** A row for each service and a column for each visible round, oldest first, with gaps between. */
export function historyGrid(
  newestFirst: readonly Round[],
  isShown: (round: Round) => boolean = () => true,
): HistoryGrid {
  const rounds = newestFirst.toReversed();
  const shown = rounds.filter(isShown);
  const byId = new Map(shown.map((round) => [round.id, indexServices(round)]));
  const columns = shown.flatMap((round, index) => {
    const previous = shown[index - 1];
    const between = previous ? rounds.indexOf(round) - rounds.indexOf(previous) - 1 : 0;
    return columnsFor(round, previous, between);
  });
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

/** Whether the time between two consecutive rounds is too long to be seamless. */
export function isPause(previous: Round, round: Round): boolean {
  return Date.parse(round.startedAt) - Date.parse(previous.finishedAt) > gapAfterMs;
}

/** @param leftOut number of hidden rounds since the previous visible one */
function columnsFor(round: Round, previous: Round | undefined, leftOut: number): GridColumn[] {
  const column = { kind: 'round', id: round.id, startedAt: round.startedAt } as const;
  if (previous === undefined || (leftOut === 0 && !isPause(previous, round))) return [column];
  return [
    { kind: 'gap', id: `before ${round.id}`, why: leftOut === 0 ? 'pause' : 'left-out' },
    column,
  ];
}

function namesOf(newestFirst: readonly Round[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id, name } of newestFirst.flatMap((round) => round.services)) {
    if (!names.has(id)) names.set(id, name);
  }
  return names;
}

function cellFor(column: GridColumn, service: ServiceResult | undefined): GridCell {
  if (column.kind === 'gap') return { kind: 'gap', columnId: column.id, why: column.why };
  const at = { columnId: column.id, startedAt: column.startedAt };
  // The standing may outlast rounds that measured nothing; the history shows measurements only.
  if (!service || service.roundState === 'insufficient') return { kind: 'missing', ...at };
  return { kind: 'state', ...at, state: service.state };
}
