import { type AttemptRow, attempts } from './columns/attempts.ts';
import { type Cell, type Column, columnsFor } from './columns/column.ts';
import { exportedRound } from './exported-round.ts';
import type { ExportFormat, ExportOptions } from './format.ts';
import { gzip } from './gzip.ts';
import { encodeText } from './text.ts';

/** Told by the envelope itself. */
const inEnvelope = new Set(['url', 'attempt_started_at', 'app_version', 'browser']);

/**
 * JSON Lines in OONI's measurement envelope (`df-000`), one line for each attempt that is evidence, as of OONI's
 * `browser_web` (`ts-036`). The columns of the table of attempts follow as keys of our own. Attempts that are no
 * evidence are left out, as readers of the envelope would take them for failures.
 */
export const ooni: ExportFormat = {
  extension: 'ooni.jsonl.gz',
  mediaType: 'application/gzip',
  write(rounds, options) {
    const columns = columnsFor(attempts, options).filter(({ name }) => !inEnvelope.has(name));
    const rowsOf = attempts.createRows();
    return gzip(
      encodeText(rounds, {
        begin: '',
        round: (round) =>
          rowsOf(exportedRound(round, options))
            .map((row) => lineOf(row, columns, options))
            .join(''),
        end: () => '',
      }),
    );
  },
};

function lineOf(
  row: AttemptRow,
  columns: readonly Column<AttemptRow>[],
  options: ExportOptions,
): string {
  const { round, target, asked, attempt } = row;
  if (target === null || attempt === null || !attempt.valid) return '';
  const { exitAsn, exitCountry } = round.routing;
  const envelope = {
    annotations: options.label === null ? {} : { network_label: options.label },
    data_format_version: '0.2.0',
    id: `${round.id}/${target.id}/${attempt.n}`,
    input: asked,
    input_hashes: [],
    measurement_start_time: momentOf(attempt.startedAt),
    options: [],
    // What OONI writes where nothing is told.
    probe_asn: `AS${exitAsn ?? 0}`,
    probe_cc: exitCountry ?? 'ZZ',
    probe_city: null,
    probe_ip: '127.0.0.1',
    report_id: '',
    software_name: 'dozvon',
    software_version: round.software.version,
    test_helpers: {},
    test_name: 'browser_web',
    test_runtime: (attempt.totalMs ?? 0) / 1000,
    test_start_time: momentOf(round.startedAt),
    test_version: '0.1.0',
    test_keys: {
      result: attempt.ok ? 'ok' : 'error',
      load_time_ms: attempt.totalMs,
      browser: round.software.browser,
      ...Object.fromEntries(
        columns.map((column) => [`x_${column.name}`, cellOf(row, column, options)]),
      ),
    },
  };
  return `${JSON.stringify(envelope)}\n`;
}

function cellOf(row: AttemptRow, column: Column<AttemptRow>, options: ExportOptions): Cell {
  return column.read(row[column.part] as never, options) ?? null;
}

/** OONI's form of a moment: UTC without fractions of a second. */
function momentOf(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}
