import type { Round } from '../model/round.ts';
import type { ExportFormat } from './format.ts';

/** One document: an object if a single round was requested, else an array of any length. */
export const json: ExportFormat = {
  extension: 'json',
  mediaType: 'application/json',
  createWriter({ single }) {
    const rounds: Round[] = [];
    return {
      begin: () => '',
      round(round) {
        rounds.push(round);
        return '';
      },
      end() {
        const document = single ? rounds[0] : rounds;
        return document === undefined ? '' : `${JSON.stringify(document, null, 2)}\n`;
      },
    };
  },
};
