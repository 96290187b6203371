import type { Round } from '../model/round.ts';
import { exportedRound } from './addresses.ts';
import type { ExportFormat } from './format.ts';

/** One document: an object if a single round was requested, else an array of any length. */
export const json: ExportFormat = {
  extension: 'json',
  mediaType: 'application/json',
  createWriter({ single, addresses }) {
    const rounds: Round[] = [];
    return {
      begin: () => '',
      round(round) {
        rounds.push(exportedRound(round, { addresses }));
        return '';
      },
      end() {
        const document = single ? rounds[0] : rounds;
        return document === undefined ? '' : `${JSON.stringify(document, null, 2)}\n`;
      },
    };
  },
};
