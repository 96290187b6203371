import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { type AttemptRow, attempts } from './columns/attempts.ts';
import { type Cell, type Column, type ColumnType, columnsFor } from './columns/column.ts';
import { exportedRound } from './exported-round.ts';
import type { ExportFormat, ExportOptions } from './format.ts';

type ParquetCell = string | number | bigint | boolean | Date | null;

/** Rows that are held in memory until they are written. More compress better, and keep a page busy for longer. */
const groupRows = 8_192;

/** The table of attempts as Parquet. */
export const parquet: ExportFormat = {
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  async *write(rounds, options) {
    const columns = columnsFor(attempts, options);
    const rowsOf = attempts.createRows();
    const bytes = new PartWriter();
    const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(columns) });
    let group = emptyGroup(columns);
    let count = 0;
    for await (const round of rounds) {
      const rows = rowsOf(exportedRound(round, { ...options, addresses: true }));
      for (const row of rows) append(group, row, options);
      count += rows.length;
      if (count < groupRows) continue;
      yield* writeGroup(writer, bytes, group);
      group = emptyGroup(columns);
      count = 0;
    }
    if (count > 0) yield* writeGroup(writer, bytes, group);
    await writer.finish();
    yield bytes.take();
  },
};

/** Gives away what was written, and goes on with an empty buffer. */
class PartWriter extends ByteWriter {
  take(): Uint8Array<ArrayBuffer> {
    const part = this.getBytes().slice();
    this.index = 0;
    return part;
  }
}

interface GroupColumn {
  column: Column<AttemptRow>;
  data: ParquetCell[];
}

function emptyGroup(columns: readonly Column<AttemptRow>[]): GroupColumn[] {
  return columns.map((column) => ({ column, data: [] }));
}

function append(group: readonly GroupColumn[], row: AttemptRow, options: ExportOptions): void {
  for (const { column, data } of group) {
    data.push(cellOf(column.read(row[column.part] as never, options), column.type));
  }
}

async function* writeGroup(
  writer: ParquetWriter,
  bytes: PartWriter,
  group: readonly GroupColumn[],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const columnData = group.map(({ column, data }) => ({ name: column.name, data }));
  await writer.write({ columnData, rowGroupSize: Number.MAX_SAFE_INTEGER });
  yield bytes.take();
}

function cellOf(cell: Cell, type: ColumnType): ParquetCell {
  if (cell === null || cell === undefined) return null;
  if (type === 'integer') return BigInt(cell);
  if (type === 'datetime') return new Date(String(cell));
  return cell;
}

const elements = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  list: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  datetime: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
} as const satisfies Record<ColumnType, object>;

function schemaOf(columns: readonly Column<AttemptRow>[]) {
  return [
    { name: 'attempts', num_children: columns.length },
    ...columns.map(({ name, type }) => ({
      name,
      repetition_type: 'OPTIONAL' as const,
      ...elements[type],
    })),
  ];
}
