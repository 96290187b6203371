import type { ExportFormat, ExportOptions } from '../../lib/export/format.ts';
import type { Round } from '../../lib/model/round.ts';
import type { Output } from './output.ts';
import { createRoundQueue, type RoundQueue } from './round-queue.ts';

/** Writes the rounds of a check: each one at once if the format allows it, else all at the end. */
export interface Result {
  /** Writes a round; does nothing after the end. Rejects if the output does. */
  add(round: Round): Promise<void>;
  /** Completes and closes the output. False if no round was added, so that nothing was written. */
  end(): Promise<boolean>;
}

export function createResult(
  format: Pick<ExportFormat, 'write'>,
  options: ExportOptions,
  output: Output,
): Result {
  let isEnded = false;
  let begun: { queue: RoundQueue; writing: Promise<void> } | null = null;

  function begin() {
    const queue = createRoundQueue();
    const writing = writeAll(format.write(queue.rounds, options), output);
    // Who adds or ends hears of a failure.
    writing.catch(() => {});
    return { queue, writing };
  }

  return {
    async add(round) {
      if (isEnded) return;
      begun ??= begin();
      await Promise.race([begun.queue.add(round), begun.writing]);
    },
    async end() {
      isEnded = true;
      try {
        begun?.queue.end();
        await begun?.writing;
      } finally {
        output.close();
      }
      return begun !== null;
    },
  };
}

async function writeAll(parts: AsyncIterable<Uint8Array>, output: Output): Promise<void> {
  for await (const part of parts) await output.write(part);
}
