import { exportedRound } from './exported-round.ts';
import type { ExportFormat } from './format.ts';
import { encodeText } from './text.ts';

/** JSON Lines: one line per round. */
export const jsonl: ExportFormat = {
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  write: (rounds, options) =>
    encodeText(rounds, {
      begin: '',
      round: (round) => `${JSON.stringify(exportedRound(round, options))}\n`,
      end: () => '',
    }),
};
