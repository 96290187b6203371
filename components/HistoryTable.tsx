import type { ComponentChildren } from 'preact';
import { exactTime, minuteTime } from '../lib/i18n/time.ts';
import type { GridCell, GridColumn, GridRow, HistoryGrid } from '../lib/view/history-grid.ts';
import { useDashboardText } from './dashboard-text.ts';
import { ScrollBox } from './ScrollBox.tsx';
import { type Sign, StateIcon } from './StateIcon.tsx';

interface HistoryTableProps {
  grid: HistoryGrid;
  /** Placed between the title and the table. */
  children?: ComponentChildren;
}

export function HistoryTable({ grid, children }: HistoryTableProps) {
  const { t } = useDashboardText();
  const count = grid.columns.filter(({ kind }) => kind === 'round').length;
  return (
    <section>
      <h2>{t('history.title')}</h2>
      {children}
      <ScrollBox label={t('history.title')} startAtEnd>
        <table class="history">
          <caption>
            <span>{t('history.caption', { count })}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('history.service')}</th>
              {grid.columns.map((column) => (
                <ColumnHead key={column.id} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map((row) => (
              <HistoryRow key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <Legend />
    </section>
  );
}

function ColumnHead({ column }: { column: GridColumn }) {
  const { language, t } = useDashboardText();
  if (column.kind === 'gap') {
    const why = t(`history.gap.${column.why}`);
    return (
      <th scope="col" class={`gap ${column.why}`} title={why}>
        <span class="visually-hidden">{why}</span>
      </th>
    );
  }
  const { startedAt } = column;
  return (
    <th scope="col" class="moment">
      <time dateTime={startedAt} title={exactTime(language, startedAt)}>
        {minuteTime(language, startedAt)}
      </time>
    </th>
  );
}

function HistoryRow({ row }: { row: GridRow }) {
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {row.cells.map((cell) => (
        <HistoryCell key={cell.columnId} cell={cell} />
      ))}
    </tr>
  );
}

function HistoryCell({ cell }: { cell: GridCell }) {
  const { language, t } = useDashboardText();
  if (cell.kind === 'gap') return <td class={`gap ${cell.why}`} />;
  const time = exactTime(language, cell.startedAt);
  const words =
    cell.kind === 'missing'
      ? t('history.missing', { time })
      : t('history.cell', { time, state: t(`state.${cell.state}`) });
  return (
    <td title={words}>
      <StateIcon sign={cell.kind === 'missing' ? 'missing' : cell.state} />
      <span class="visually-hidden">{words}</span>
    </td>
  );
}

const legend: Sign[] = ['ok', 'impaired', 'likely_blocked', 'blocked', 'down', 'missing'];

function Legend() {
  const { t } = useDashboardText();
  return (
    <ul class="legend" aria-label={t('history.legend')}>
      {legend.map((sign) => (
        <li key={sign}>
          <StateIcon sign={sign} />
          {sign === 'missing' ? t('history.no-data') : t(`state.${sign}`)}
        </li>
      ))}
    </ul>
  );
}
