import os from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** If all processes of the group get a signal, the parent forwards it too: it arrives twice within moments. */
const sameSignalMs = 500;

/**
 * Cleans up on Ctrl-C and similar signals, then exits with `exitStatus`, or with the status that shells expect
 * for the signal. A second signal exits without waiting. Returns the function that cleans up at the regular
 * end of a command. After a signal that function never resolves, so that a failure caused by the signal is not
 * reported.
 */
export function tidyUpOnInterrupt(
  tidyUp: () => Promise<void>,
  exitStatus?: number,
): () => Promise<void> {
  let interruptedAt: number | null = null;
  let tidying: Promise<void> | undefined;
  const tidyUpOnce = (): Promise<void> => {
    tidying ??= tidyUp();
    return tidying;
  };
  const handle = (signal: NodeJS.Signals): void => {
    const status = exitStatus ?? 128 + os.constants.signals[signal];
    if (interruptedAt !== null) {
      if (performance.now() - interruptedAt > sameSignalMs) process.exit(status);
      return;
    }
    interruptedAt = performance.now();
    void tidyUpOnce().finally(() => process.exit(status));
  };
  for (const signal of signals) process.on(signal, handle);
  return async () => {
    if (interruptedAt !== null) await new Promise(() => {});
    await tidyUpOnce();
    // A signal that came in the meantime ends the process.
    if (interruptedAt !== null) await new Promise(() => {});
    for (const signal of signals) process.off(signal, handle);
  };
}
