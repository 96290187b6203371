import Papa from 'papaparse';
import type { Round, ServiceResult } from '../round/types.ts';
import { type CsvCell, type CsvRow, csvColumns, routingColumns } from './csv-columns.ts';

export interface CsvOptions {
  /** Begins with a byte order mark, without which Excel takes UTF-8 for a local code page. */
  bom?: boolean;
  delimiter?: ',' | ';';
  /** For programs: text is left as it is, also where a spreadsheet would run it as a formula. */
  raw?: boolean;
  /** Fills `routing`, `exit_country` and `exit_asn`. */
  routing?: boolean;
}

/**
 * One row per attempt, by RFC 4180 with `\r\n` after every row. A target without attempts, a
 * service without targets and a round without services are gaps: one row each, the rest empty.
 */
export function roundsToCsv(rounds: readonly Round[], options: CsvOptions = {}): string {
  const columns = csvColumns.map(([name, read]): ((row: CsvRow) => CsvCell) =>
    routingColumns.has(name) && options.routing !== true ? () => null : read,
  );
  const header = csvColumns.map(([name]) => name);
  const rows = rounds.flatMap(rowsOfRound).map((row) => columns.map((read) => read(row)));
  const text = Papa.unparse([header, ...rows], {
    delimiter: options.delimiter ?? ',',
    newline: '\r\n',
    escapeFormulae: options.raw === true ? false : formula,
  });
  return `${options.bom === true ? '\uFEFF' : ''}${text}\r\n`;
}

// papaparse tests text cells only, never numbers. Its own pattern misses a formula behind
// spaces, which LibreOffice trims, and the full-width signs, which Excel takes for plain ones.
const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r])/;

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
