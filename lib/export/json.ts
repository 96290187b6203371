import { exportedRound } from './exported-round.ts';
import type { ExportFormat } from './format.ts';
import { encodeText } from './text.ts';

/** One document: an object if a single round was requested, else an array of any length. */
export const json: ExportFormat = {
  extension: 'json',
  mediaType: 'application/json',
  write(rounds, options) {
    if (options.single) {
      return encodeText(rounds, {
        begin: '',
        round: (round) => `${JSON.stringify(exportedRound(round, options), null, 2)}\n`,
        end: () => '',
      });
    }
    let between = '\n';
    return encodeText(rounds, {
      begin: '[',
      round(round) {
        const text = between + indented(JSON.stringify(exportedRound(round, options), null, 2));
        between = ',\n';
        return text;
      },
      end: () => (between === '\n' ? ']\n' : '\n]\n'),
    });
  },
};

/** Line breaks within JSON's strings are escaped, so every one here begins a line of the document. */
function indented(text: string): string {
  return `  ${text.replaceAll('\n', '\n  ')}`;
}
