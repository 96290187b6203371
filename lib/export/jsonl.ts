import type { ExportFormat } from './format.ts';

/** JSON Lines: each round on a line of its own. */
export const jsonl: ExportFormat = {
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  createWriter: () => ({
    begin: () => '',
    round: (round) => `${JSON.stringify(round)}\n`,
    end: () => '',
  }),
};
