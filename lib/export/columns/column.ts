import type { Round } from '../../model/round.ts';
import type { ExportOptions } from '../format.ts';

export type Cell = string | number | boolean | null | undefined;

/** What a column holds; a `list` is text, joined by `|`. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'list';

/** What people read of a column. */
interface Description {
  name: string;
  type: ColumnType;
  /** Left out where the values have none. */
  unit?: 'ms' | 'bytes';
  /** All values that occur, or all parts of a list; left out where they are open. */
  values?: readonly string[];
  about: string;
  /** What an empty cell means; null where there is none. */
  empty: string | null;
  /** The tick without which the cells are empty. */
  needs?: 'routing' | 'addresses';
}

/** A column reads one part of a row, so that cells of a round or a service are made once for all their rows. */
export type Column<Row> = {
  [Part in keyof Row]: Description & {
    part: Part;
    read: (value: Row[Part], options: ExportOptions) => Cell;
  };
}[keyof Row];

/** A table of rounds. Its columns keep their order, and new ones come at the end: scripts rely on it. */
export interface Shape<Row> {
  columns: readonly Column<Row>[];
  /** Appended in this order, each only where it was ticked. */
  ticked: readonly (Column<Row> & { tick: 'label' | 'timeZone' })[];
  /** Gives a function that takes the rounds of one file in turn, and returns the rows of each. */
  createRows(): (round: Round) => Row[];
}

/** The columns of a file, and empty ones where a tick is missing. */
export function columnsFor<Row>(shape: Shape<Row>, options: ExportOptions): Column<Row>[] {
  const ticked = shape.ticked.filter(({ tick }) => options[tick] !== null);
  return [...shape.columns, ...ticked].map((column) =>
    column.needs === undefined || options[column.needs] ? column : { ...column, read: () => null },
  );
}

/** A list as a cell; null where nothing is in it. */
export function joined(list: readonly string[] | undefined): string | null {
  return list === undefined || list.length === 0 ? null : list.join('|');
}
