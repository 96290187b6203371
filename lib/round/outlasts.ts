import type { RoundTools } from './round-tools.ts';

/** Whether something is still pending after so many milliseconds. Rejects where it does, or when aborted. */
export async function outlasts(
  pending: Promise<unknown>,
  milliseconds: number,
  { wait, signal }: Pick<RoundTools, 'wait'> & { signal: AbortSignal },
): Promise<boolean> {
  const answered = new AbortController();
  try {
    return await Promise.race([
      pending.then(() => false),
      wait(milliseconds, AbortSignal.any([signal, answered.signal])).then(() => true),
    ]);
  } finally {
    // A reason of its own spares the browser an exception with its stack.
    answered.abort('answered');
  }
}
