import { json2csv } from 'csv42';
import type { Round } from '../model/round.ts';
import type { ServiceResult } from '../model/service.ts';
import { type CsvCell, type CsvRow, csvColumns, routingColumns } from './csv-columns.ts';
import type { ExportFormat, ExportWriter } from './format.ts';

export interface CsvOptions {
  /** Begins with a byte order mark, without which Excel takes UTF-8 for a local code page. */
  bom?: boolean;
  delimiter?: ',' | ';';
  /** For programs: text is left as it is, also where a spreadsheet would run it as a formula. */
  raw?: boolean;
  /** Fills `routing`, `exit_country` and `exit_asn`. */
  routing?: boolean;
}

export const csv: ExportFormat = {
  extension: 'csv',
  mediaType: 'text/csv;charset=utf-8',
  createWriter: ({ routing }) => createCsvWriter({ routing }),
};

/**
 * One row per attempt, by RFC 4180 with `\r\n` after every row. A target without attempts, a
 * service without targets and a round without services are gaps: one row each, the rest empty.
 */
export function createCsvWriter(options: CsvOptions = {}): ExportWriter {
  const guard = options.raw === true ? (cell: CsvCell) => cell : guardFormula;
  const fields = csvColumns.map(([name, read]) => ({
    name,
    getValue: (row: CsvRow) =>
      routingColumns.has(name) && options.routing !== true ? null : guard(read(row)),
  }));
  const write = (rows: CsvRow[], header: boolean): string =>
    json2csv(rows, { fields, header, delimiter: options.delimiter ?? ',', eol: '\r\n' });
  return {
    begin: () => `${options.bom === true ? '\uFEFF' : ''}${write([], true)}`,
    round: (round) => write(rowsOfRound(round), false),
    end: () => '',
  };
}

// LibreOffice trims spaces before a formula, and Excel takes full-width signs for plain ones.
const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r])/;

/** Text that a spreadsheet would run is made text for it; numbers are left alone. */
function guardFormula(cell: CsvCell): CsvCell {
  return typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell;
}

function rowsOfRound(round: Round): CsvRow[] {
  if (round.services.length === 0) {
    return [{ round, service: null, target: null, attempt: null }];
  }
  return round.services.flatMap((service) => rowsOfService(round, service));
}

function rowsOfService(round: Round, service: ServiceResult): CsvRow[] {
  if (service.targets.length === 0) return [{ round, service, target: null, attempt: null }];
  return service.targets.flatMap((target): CsvRow[] =>
    target.attempts.length === 0
      ? [{ round, service, target, attempt: null }]
      : target.attempts.map((attempt) => ({ round, service, target, attempt })),
  );
}
