import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A cell as LibreOffice understood it. */
export interface CalcCell {
  type: string;
  /** Of numbers alone. */
  value: number | null;
  isFormula: boolean;
}

/** LibreOffice's numbers of the languages. */
const languages = { ru: 1049, en: 1033 };

/** Whether LibreOffice can be started. */
export function hasCalc(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Opens a CSV file in LibreOffice as a person with the language does, and reads the sheet, without its header. */
export function openInCalc(text: string, language: keyof typeof languages): CalcCell[][] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dozvon-calc-'));
  try {
    const file = path.join(folder, 'file.csv');
    writeFileSync(file, text);
    const delimiter = text.includes('schema_version;') ? ';' : ',';
    // Separator, quote, UTF-8, first line, no formats of columns, language, quotes decide nothing, numbers are found.
    const filter = `CSV:${delimiter.charCodeAt(0)},34,76,1,,${languages[language]},false,true`;
    const conversion = ['--headless', `--infilter=${filter}`, '--convert-to', 'fods'];
    execFileSync('soffice', [...conversion, '--outdir', folder, file], {
      stdio: 'ignore',
      // A profile of its own: a LibreOffice that is open would take the call.
      env: { ...process.env, HOME: folder },
    });
    return rowsOf(readFileSync(path.join(folder, 'file.fods'), 'utf8')).slice(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowsOf(sheet: string): CalcCell[][] {
  const rows = sheet.match(/<table:table-row[ >].*?<\/table:table-row>/gs) ?? [];
  return rows.map((row) => [...row.matchAll(/<table:table-cell([^>]*)>/g)].flatMap(cellsOf));
}

/** Cells that repeat are written once. */
function cellsOf([, attributes = '']: RegExpMatchArray): CalcCell[] {
  const read = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1];
  const value = read('office:value');
  const cell: CalcCell = {
    type: read('office:value-type') ?? 'empty',
    value: value === undefined ? null : Number(value),
    isFormula: read('table:formula') !== undefined,
  };
  return Array.from({ length: Number(read('table:number-columns-repeated') ?? 1) }, () => cell);
}
