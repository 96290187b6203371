import assert from 'node:assert/strict';
import { type AttemptRow, attempts } from '../../lib/export/columns/attempts.ts';
import type { Column } from '../../lib/export/columns/column.ts';
import { commaDialect, rawDialect, spreadsheetDialect } from '../../lib/export/csv/dialect.ts';
import type { ExportOptions } from '../../lib/export/format.ts';
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
const rounds: Round[] = [...longHistory(20)].map((round, index) =>
  mapAttempts(round, (attempt) => ({
    ...attempt,
    browserError: formulas[(index + attempt.n) % formulas.length] ?? null,
  })),
);

/** Reads exports back from LibreOffice; throws where it does not see in them what was written. Says what it saw. */
export async function checkSpreadsheets(): Promise<string[]> {
  const said: string[] = [];
  for (const language of ['ru', 'en'] as const) {
    const options = { ...noTicks, label: '=1+1', dialect: spreadsheetDialect(language) };
    const cells = openInCalc(await textOf('csv', rounds, options), language);
    const numbers = compare(cells, options);
    said.push(`${language}: ${cells.length} rows, ${numbers} numbers, no formula`);
  }
  const plain = openInCalc(await textOf('csv', rounds, { dialect: commaDialect }), 'en');
  assert.equal(formulasIn(plain), 0, 'a file with commas has no formula');
  // Shows that a formula would have been seen.
  const raw = openInCalc(await textOf('csv', rounds, { dialect: rawDialect }), 'en');
  assert.notEqual(formulasIn(raw), 0, 'a file for programs has formulas');
  return [...said, `${formulasIn(raw)} formulas in the file for programs, as it says`];
}

const formulasIn = (rows: readonly CalcCell[][]): number =>
  rows.flat().filter(({ isFormula }) => isFormula).length;

/** Returns how many numbers there were. */
function compare(cells: readonly CalcCell[][], options: ExportOptions): number {
  assert.equal(formulasIn(cells), 0, 'no cell runs as a formula');
  const rows = rounds.flatMap(attempts.createRows());
  assert.equal(cells.length, rows.length, 'a row for each attempt');
  let numbers = 0;
  for (const [index, row] of rows.entries()) {
    for (const [place, column] of attempts.columns.entries()) {
      const written = numberIn(row, column, options);
      if (written === null) continue;
      const { type, value } = cells[index]?.[place] ?? { type: 'missing', value: null };
      assert.deepEqual([type, value], ['float', written], `${column.name} of row ${index}`);
      numbers += 1;
    }
  }
  return numbers;
}

function numberIn(
  row: AttemptRow,
  column: Column<AttemptRow>,
  options: ExportOptions,
): number | null {
  const isNumber = column.type === 'number' || column.type === 'integer';
  if (!isNumber || column.needs !== undefined) return null;
  const cell = column.read(row[column.part] as never, options);
  return typeof cell === 'number' ? cell : null;
}
