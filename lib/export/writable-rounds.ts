import type { Round } from '../model/round.ts';
import { exportedRound } from './exported-round.ts';
import type { ExportOptions } from './format.ts';

/**
 * Those of some rounds that may be damaged, or another version's, that can be written as JSON. What lacks a field that
 * an export does not look at is written as it is.
 */
export async function* writableRounds(
  rounds: AsyncIterable<Round>,
  options: Pick<ExportOptions, 'addresses' | 'routing'>,
): AsyncGenerator<Round> {
  for await (const round of rounds) {
    if (isWritable(round, options)) yield round;
  }
}

function isWritable(round: Round, options: Pick<ExportOptions, 'addresses' | 'routing'>): boolean {
  try {
    exportedRound(round, options);
    return true;
  } catch {
    return false;
  }
}
