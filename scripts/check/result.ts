import type { ExportWriter } from '../../lib/export/format.ts';
import type { Round } from '../../lib/model/round.ts';
import type { Output } from './output.ts';

/** Writes the rounds of a check: each one at once if the format allows it, else all at the end. */
export interface Result {
  /** Writes a round; does nothing after the end. Rejects if the output does. */
  add(round: Round): Promise<void>;
  /** Completes and closes the output. False if no round was added, so that nothing was written. */
  end(): Promise<boolean>;
}

export function createResult(writer: ExportWriter, output: Output): Result {
  let state: 'empty' | 'begun' | 'ended' = 'empty';
  const write = async (text: string): Promise<void> => {
    if (text !== '') await output.write(text);
  };
  return {
    async add(round) {
      if (state === 'ended') return;
      const beginning = state === 'empty' ? writer.begin() : '';
      state = 'begun';
      await write(beginning + writer.round(round));
    },
    async end() {
      const isBegun = state === 'begun';
      state = 'ended';
      try {
        if (isBegun) await write(writer.end());
      } finally {
        output.close();
      }
      return isBegun;
    },
  };
}
