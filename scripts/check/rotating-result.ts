import type { Round } from '../../lib/model/round.ts';
import type { Result } from './result.ts';

/**
 * Writes each round into the file that is due for it, and completes a file once another is due. One that is complete
 * stays so where the clock is set back: it may have been fetched, and to begin it anew would empty it.
 * @param fileFor path of the file for a round
 * @param open begins a file
 */
export function createRotatingResult(
  fileFor: (round: Round) => string,
  open: (file: string) => Result,
): Result {
  let current: { file: string; result: Result } | null = null;
  const complete = new Set<string>();
  let isEnded = false;

  return {
    async add(round) {
      if (isEnded) return;
      const due = fileFor(round);
      const file = current !== null && complete.has(due) ? current.file : due;
      if (current !== null && current.file !== file) {
        const { result } = current;
        complete.add(current.file);
        current = null;
        await result.end();
      }
      current ??= { file, result: open(file) };
      await current.result.add(round);
    },
    async end() {
      isEnded = true;
      return (await current?.result.end()) ?? false;
    },
  };
}
