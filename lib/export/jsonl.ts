import type { ExportFormat } from './format.ts';

/** JSON Lines: one line per round. */
export const jsonl: ExportFormat = {
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  createWriter: () => ({
    begin: () => '',
    round: (round) => `${JSON.stringify(round)}\n`,
    end: () => '',
  }),
};
