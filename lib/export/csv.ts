import { attempts as attemptShape } from './columns/attempts.ts';
import { changes as changeShape } from './columns/changes.ts';
import { columnsFor, type Shape } from './columns/column.ts';
import { verdicts as verdictShape } from './columns/verdicts.ts';
import { createRowEncoder, encodeHeader } from './csv/encode.ts';
import { exportedRound } from './exported-round.ts';
import type { ExportFormat } from './format.ts';
import { encodeText } from './text.ts';

/** A shape as CSV (RFC 4180, `\r\n` after every row, a header always). */
function csvOf<Row>(shape: Shape<Row>, extension: string): ExportFormat {
  return {
    extension,
    mediaType: 'text/csv;charset=utf-8',
    write(rounds, options) {
      const columns = columnsFor(shape, options);
      const rowsOf = shape.createRows();
      const encode = createRowEncoder(columns, options);
      return encodeText(rounds, {
        begin: encodeHeader(columns, options.dialect),
        // Without their tick, the columns of addresses are empty already.
        round: (round) => encode(rowsOf(exportedRound(round, { ...options, addresses: true }))),
        end: () => '',
      });
    },
  };
}

export const attempts = csvOf(attemptShape, 'csv');
export const verdicts = csvOf(verdictShape, 'verdicts.csv');
export const changes = csvOf(changeShape, 'changes.csv');
