import type { Cell, Column } from '../columns/column.ts';
import type { ExportOptions } from '../format.ts';
import type { CsvDialect } from './dialect.ts';

/** Columns side by side that read the same part of a row, with their text for the part that was read last. */
interface Segment<Row> {
  part: keyof Row;
  columns: Column<Row>[];
  value: unknown;
  text: string;
}

/** Returns a function that writes rows, each with its line break. A part's cells are made once while it lasts. */
export function createRowEncoder<Row>(
  columns: readonly Column<Row>[],
  options: ExportOptions,
): (rows: readonly Row[]) => string {
  const segments = segmentsOf(columns);
  const { dialect } = options;
  const write = ({ columns: read, value }: Segment<Row>): string => {
    let text = '';
    let between = '';
    for (const column of read) {
      text += between + encodeCell(column.read(value as never, options), dialect);
      between = dialect.delimiter;
    }
    return text;
  };
  return (rows) => {
    let text = '';
    for (const row of rows) {
      let between = '';
      for (const segment of segments) {
        const value = row[segment.part];
        if (segment.value !== value) {
          segment.value = value;
          segment.text = write(segment);
        }
        text += between + segment.text;
        between = dialect.delimiter;
      }
      text += '\r\n';
    }
    return text;
  };
}

export function encodeHeader<Row>(
  columns: readonly Column<Row>[],
  { bom, delimiter }: CsvDialect,
): string {
  return `${bom ? '\uFEFF' : ''}${columns.map(({ name }) => name).join(delimiter)}\r\n`;
}

function segmentsOf<Row>(columns: readonly Column<Row>[]): Segment<Row>[] {
  const segments: Segment<Row>[] = [];
  for (const column of columns) {
    const last = segments.at(-1);
    if (last?.part === column.part) last.columns.push(column);
    else segments.push({ part: column.part, columns: [column], value: undefined, text: '' });
  }
  return segments;
}

/** One cell as RFC 4180 has it. */
function encodeCell(cell: Cell, dialect: CsvDialect): string {
  if (typeof cell === 'string') return encodeText(cell, dialect);
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  return dialect.decimal === ',' && typeof cell === 'number' ? text.replace('.', ',') : text;
}

// LibreOffice trims spaces before a formula, and Excel treats full-width signs as plain ones.
const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r])/;
const quoted = { ',': /[",\r\n]/, ';': /[";\r\n]/ };

function encodeText(text: string, { guarded, delimiter }: CsvDialect): string {
  const safe = guarded && formula.test(text) ? `'${text}` : text;
  return quoted[delimiter].test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
