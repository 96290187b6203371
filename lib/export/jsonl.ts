import { exportedRound } from './addresses.ts';
import type { ExportFormat } from './format.ts';

/** JSON Lines: one line per round. */
export const jsonl: ExportFormat = {
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  createWriter: (options) => ({
    begin: () => '',
    round: (round) => `${JSON.stringify(exportedRound(round, options))}\n`,
    end: () => '',
  }),
};
