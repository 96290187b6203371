import { type Attributes, SeverityNumber } from '@opentelemetry/api';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { type AttemptRow, attempts } from '../../export/columns/attempts.ts';
import {
  type Cell,
  type Column,
  type ColumnType,
  columnsFor,
} from '../../export/columns/column.ts';
import { type VerdictRow, verdicts } from '../../export/columns/verdicts.ts';
import { commaDialect } from '../../export/csv/dialect.ts';
import { exportedRound } from '../../export/exported-round.ts';
import type { ExportOptions } from '../../export/format.ts';
import type { Round } from '../../model/round.ts';
import type { UploadSettings } from '../../settings/upload.ts';
import { networkAttributes, resourceOf, timeOf } from './origin.ts';
import { attemptRecordColumns, verdictRecordColumns } from './record-columns.ts';

/** A log record an attempt and a verdict, with the cells of the export's tables as attributes. */
export function logRecords(
  settings: UploadSettings,
  rounds: readonly Round[],
): ReadableLogRecord[] {
  const { draft } = settings;
  const options = optionsOf(draft.kind === 'otlp' && draft.routing);
  const common = {
    severityNumber: SeverityNumber.INFO,
    // The serializers tell origins apart by identity.
    resource: resourceOf(settings, rounds),
    instrumentationScope: { name: 'dozvon' },
    droppedAttributesCount: 0,
  };
  const about = networkAttributes(settings);
  const verdictColumns = columnsFor({ ...verdicts, columns: verdictRecordColumns }, options);
  const attemptColumns = columnsFor({ ...attempts, columns: attemptRecordColumns }, options);
  return rounds.flatMap((round) => {
    const shown = exportedRound(round, options);
    const hrTimeObserved = timeOf(round.finishedAt);
    return [
      ...verdicts
        .createRows()(shown)
        .map((row) => ({
          ...common,
          eventName: 'dozvon.verdict',
          hrTime: timeOf(round.startedAt),
          hrTimeObserved,
          attributes: {
            record_id: verdictId(row),
            ...about,
            ...cellsOf(verdictColumns, row, options),
          },
        })),
      ...attempts
        .createRows()(shown)
        .flatMap((row) =>
          row.attempt === null
            ? []
            : {
                ...common,
                eventName: 'dozvon.attempt',
                hrTime: timeOf(row.attempt.startedAt),
                hrTimeObserved,
                attributes: {
                  record_id: attemptId(row),
                  ...about,
                  ...cellsOf(attemptColumns, row, options),
                },
              },
        ),
    ];
  });
}

/** Unique and the same whenever it is sent, so that what came twice can be told. */
function verdictId({ round, service }: VerdictRow): string {
  return service === null ? round.id : `${round.id}/${service.id}`;
}

function attemptId({ round, service, target, attempt }: AttemptRow): string {
  return `${round.id}/${service?.id}/${target?.id}/${attempt?.n}`;
}

function optionsOf(routing: boolean): ExportOptions {
  return {
    single: false,
    routing,
    addresses: false,
    label: null,
    timeZone: null,
    dialect: commaDialect,
  };
}

function cellsOf<Row>(
  columns: readonly Column<Row>[],
  row: Row,
  options: ExportOptions,
): Attributes {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const cell = column.read(row[column.part], options);
      return cell === null || cell === undefined || cell === ''
        ? []
        : [[column.name, attributeOf(cell, column.type)]];
    }),
  );
}

function attributeOf(cell: string | number | boolean, type: ColumnType): Cell | string[] {
  if (type === 'list') return String(cell).split('|');
  // Serializers make an integer of a whole number, and receivers keep the type that a field had first.
  if (type === 'number') return Math.round(Number(cell));
  return cell;
}
