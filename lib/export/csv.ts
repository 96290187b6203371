import { json2csv } from 'csv42';
import type { Round } from '../model/round.ts';
import type { ServiceResult } from '../model/service.ts';
import { exportedRound } from './addresses.ts';
import { type CsvCell, type CsvRow, csvColumns, routingColumns } from './csv-columns.ts';
import type { ExportFormat, ExportWriter } from './format.ts';

/** The dialect of a CSV file. */
export interface CsvOptions {
  /** Begins with a byte order mark; without one, Excel reads UTF-8 in a local code page. */
  bom?: boolean;
  delimiter?: ',' | ';';
  /** For programs: text stays unchanged, even if a spreadsheet would run it as a formula. */
  raw?: boolean;
  /** Fills `routing`, `exit_country` and `exit_asn`. */
  routing?: boolean;
  /** Fills `remote_ip`. */
  addresses?: boolean;
}

/** CSV with the default dialect. */
export const csv: ExportFormat = {
  extension: 'csv',
  mediaType: 'text/csv;charset=utf-8',
  createWriter: ({ routing, addresses }) => createCsvWriter({ routing, addresses }),
};

/**
 * Writes one row per attempt (RFC 4180, `\r\n` after every row). A target without attempts, a service without
 * targets and a round without services get one row each, with the other cells empty.
 */
export function createCsvWriter(options: CsvOptions = {}): ExportWriter {
  const addresses = options.addresses === true;
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
    round: (round) => write(rowsOfRound(exportedRound(round, { addresses })), false),
    end: () => '',
  };
}

// LibreOffice trims spaces before a formula, and Excel treats full-width signs as plain ones.
const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r])/;

/** Prefixes text that a spreadsheet would run as a formula; numbers stay unchanged. */
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
