import type { ExportWriter } from '../../lib/export/format.ts';
import type { Round } from '../../lib/model/round.ts';
import type { Output } from './output.ts';

/** What a check hands out: each round at once where the format allows it, else all at the end. */
export interface Result {
  /** Rejects as the output does. Ignored after the end. */
  add(round: Round): Promise<void>;
  /** Completes and closes the output. False where no round was added, and so nothing written. */
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
