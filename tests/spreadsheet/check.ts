import assert from 'node:assert/strict';
import { attempts } from '../../lib/export/columns/attempts.ts';
import { changes } from '../../lib/export/columns/changes.ts';
import type { Column, Shape } from '../../lib/export/columns/column.ts';
import { verdicts } from '../../lib/export/columns/verdicts.ts';
import { commaDialect, rawDialect, spreadsheetDialect } from '../../lib/export/csv/dialect.ts';
import type { ExportOptions } from '../../lib/export/format.ts';
import type { ExportFormatId } from '../../lib/export/formats.ts';
import { mapAttempts } from '../../lib/model/map-attempts.ts';
import type { Round } from '../../lib/model/round.ts';
import { noTicks, textOf } from '../helpers/exports.ts';
import { longHistory } from '../helpers/long-history.ts';
import { type CalcCell, openInCalc } from './calc.ts';

const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  ' =1+1',
  '\t=1+1',
  '＝1+1',
  "=cmd|' /c calc'!A0",
];

/** Rounds as they were recorded, with formulas where a browser or a person gives text. */
const rounds: Round[] = [...longHistory(60)].map((round, index) =>
  withFormulas(round, (more) => formulas[(index + more) % formulas.length] ?? null),
);

function withFormulas(round: Round, formula: (more: number) => string | null): Round {
  const moved = mapAttempts(round, (attempt) => ({ ...attempt, browserError: formula(attempt.n) }));
  const services = moved.services.map((service, more) => ({
    ...service,
    name: formula(more) ?? service.name,
  }));
  return { ...moved, services };
}

/** Reads exports back from LibreOffice; throws where it does not see in them what was written. Says what it saw. */
export async function checkSpreadsheets(): Promise<string[]> {
  const said: string[] = [];
  for (const language of ['ru', 'en'] as const) {
    said.push(await checkTable('csv', attempts, language));
    said.push(await checkTable('verdicts', verdicts, language));
    said.push(await checkTable('changes', changes, language));
  }
  const plain = openInCalc(await textOf('csv', rounds, { dialect: commaDialect }), 'en');
  assert.equal(formulasIn(plain), 0, 'a file with commas has no formula');
  // Shows that a formula would have been seen.
  const raw = openInCalc(await textOf('csv', rounds, { dialect: rawDialect }), 'en');
  assert.notEqual(formulasIn(raw), 0, 'a file for programs has formulas');
  return [...said, `${formulasIn(raw)} formulas in the file for programs, as it says`];
}

async function checkTable<Row>(
  id: ExportFormatId,
  shape: Shape<Row>,
  language: 'ru' | 'en',
): Promise<string> {
  const options = {
    ...noTicks,
    label: '=1+1',
    timeZone: 'Europe/Moscow',
    dialect: spreadsheetDialect(language),
  };
  const cells = openInCalc(await textOf(id, rounds, options), language);
  const numbers = compare(cells, shape, options);
  return `${id}, ${language}: ${cells.length} rows, ${numbers} numbers, no formula`;
}

const formulasIn = (rows: readonly CalcCell[][]): number =>
  rows.flat().filter(({ isFormula }) => isFormula).length;

/** Returns how many numbers there were. */
function compare<Row>(
  cells: readonly CalcCell[][],
  shape: Shape<Row>,
  options: ExportOptions,
): number {
  assert.equal(formulasIn(cells), 0, 'no cell runs as a formula');
  const rows = rounds.flatMap(shape.createRows());
  assert.equal(cells.length, rows.length, 'a row of the sheet for each of the file');
  let numbers = 0;
  for (const [index, row] of rows.entries()) {
    for (const [place, column] of shape.columns.entries()) {
      const written = numberIn(row, column, options);
      if (written === null) continue;
      const { type, value } = cells[index]?.[place] ?? { type: 'missing', value: null };
      assert.deepEqual([type, value], ['float', written], `${column.name} of row ${index}`);
      numbers += 1;
    }
  }
  assert.equal(numbers > 0, shape.columns.some(holdsNumbers), 'there are numbers');
  return numbers;
}

/** Whether a column does so without a tick. */
function holdsNumbers<Row>({ type, needs }: Column<Row>): boolean {
  return (type === 'number' || type === 'integer') && needs === undefined;
}

function numberIn<Row>(row: Row, column: Column<Row>, options: ExportOptions): number | null {
  if (!holdsNumbers(column)) return null;
  const cell = column.read(row[column.part], options);
  return typeof cell === 'number' ? cell : null;
}
