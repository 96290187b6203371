import { createCsvWriter } from '../../lib/export/csv.ts';
import { writeRounds } from '../../lib/export/format.ts';
import type { Round } from '../../lib/model/round.ts';
import type { Format } from './arguments.ts';
import { roundToTable } from './table.ts';

export interface FormatOptions {
  format: Format;
  /** As asked for: one gives a JSON object, more give an array, however many came about. */
  rounds: number;
  colour: boolean;
}

/** The result of a check as text, with a line break at its end. */
export function formatRounds(rounds: readonly Round[], options: FormatOptions): string {
  switch (options.format) {
    case 'json':
      return `${JSON.stringify(options.rounds === 1 ? rounds[0] : rounds, null, 2)}\n`;
    case 'jsonl':
      return rounds.map((round) => `${JSON.stringify(round)}\n`).join('');
    case 'csv':
      return writeRounds(createCsvWriter(), rounds).join('');
    case 'table':
      return rounds.map((round) => roundToTable(round, options.colour)).join('\n');
    default:
      return options.format satisfies never;
  }
}
