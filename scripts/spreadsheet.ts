import { hasCalc } from '../tests/spreadsheet/calc.ts';
import { checkSpreadsheets } from '../tests/spreadsheet/check.ts';
import { reportFailure, SetupError } from './setup/index.mjs';

try {
  if (!hasCalc()) {
    throw new SetupError('LibreOffice is missing. Type: apt-get install libreoffice-calc-nogui');
  }
  for (const line of await checkSpreadsheets()) console.log(line);
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}
