/** How the cells of a CSV file are written. */
export interface CsvDialect {
  /** Begins with a byte order mark; without one, Excel reads UTF-8 in a local code page. */
  bom: boolean;
  delimiter: ',' | ';';
  decimal: '.' | ',';
  /** Whether text that a spreadsheet would run as a formula is prefixed. */
  guarded: boolean;
}

/** As in the contract with scripts, safe to open in a spreadsheet of most languages. */
export const commaDialect: CsvDialect = {
  bom: false,
  delimiter: ',',
  decimal: '.',
  guarded: true,
};

/** For programs: text stays unchanged, even if a spreadsheet would run it as a formula. */
export const rawDialect: CsvDialect = { ...commaDialect, guarded: false };

/**
 * For a spreadsheet in a language: where that writes numbers with a comma, spreadsheets take points in them for dates
 * and expect semicolons between cells.
 */
export function spreadsheetDialect(language: string): CsvDialect {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  const hasComma = parts.some(({ type, value }) => type === 'decimal' && value === ',');
  return hasComma
    ? { bom: true, delimiter: ';', decimal: ',', guarded: true }
    : { ...commaDialect, bom: true };
}

export type DialectChoice = 'comma' | 'spreadsheet' | 'raw';

/** @param language BCP 47; that of the spreadsheet */
export function dialectOf(choice: DialectChoice, language: string): CsvDialect {
  if (choice === 'spreadsheet') return spreadsheetDialect(language);
  return choice === 'raw' ? rawDialect : commaDialect;
}
