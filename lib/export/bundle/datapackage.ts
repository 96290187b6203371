import { attempts } from '../columns/attempts.ts';
import { changes } from '../columns/changes.ts';
import { type Column, type ColumnType, columnsFor, type Shape } from '../columns/column.ts';
import { verdicts } from '../columns/verdicts.ts';
import type { ExportOptions } from '../format.ts';
import type { Tally } from './tally.ts';

/** The codebook of a bundle as a Frictionless data package. */
export function describeBundle(tally: Tally, options: ExportOptions): string {
  const { rounds, first, last, versions } = tally;
  const described = {
    profile: 'data-package',
    name: 'dozvon',
    title: 'Which messengers got through, checked by Dozvon from one browser',
    rounds,
    firstRoundStartedAt: first,
    lastRoundStartedAt: last,
    versions: { app: versions.version, method: versions.logic, catalog: versions.catalog },
    browsers: versions.browser,
    resources: [
      table('attempts', attempts, options),
      table('verdicts', verdicts, options),
      table('changes', changes, options),
      {
        name: 'rounds',
        path: 'rounds.jsonl',
        format: 'jsonl',
        mediatype: 'application/jsonl',
        description: 'A line for each check, with all that was recorded (schema dozvon.round/1).',
      },
      {
        name: 'attempts-parquet',
        path: 'attempts.parquet',
        format: 'parquet',
        mediatype: 'application/vnd.apache.parquet',
        description: 'The same table as attempts.csv.',
      },
    ],
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

function table<Row>(name: string, shape: Shape<Row>, options: ExportOptions): object {
  return {
    profile: 'tabular-data-resource',
    name,
    path: `${name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true },
    schema: {
      fields: columnsFor(shape, options).map((column) => field(column)),
      missingValues: [''],
    },
  };
}

const types: Record<ColumnType, string> = {
  string: 'string',
  list: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  datetime: 'datetime',
};

function field<Row>({ name, type, unit, values, about, empty }: Column<Row>): object {
  const isOneOf = values !== undefined && type !== 'list';
  const parts =
    type === 'list' && values !== undefined ? ` Parts, joined by |: ${values.join(', ')}.` : '';
  return {
    name,
    type: types[type],
    description: `${about}${empty === null ? '' : ` Empty: ${empty}.`}${parts}`,
    ...(unit !== undefined && { unit }),
    constraints: { required: empty === null, ...(isOneOf && { enum: values }) },
  };
}
