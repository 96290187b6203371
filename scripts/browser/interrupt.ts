import os from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Cleans up on Ctrl-C and similar signals, then exits with `exitStatus`, or the status that shells expect
 * of the signal. A second signal exits without waiting. Returns the function that ends a command to which
 * no signal came. After a signal that function never returns, so that no failure caused by the signal is
 * reported.
 */
export function tidyUpOnInterrupt(
  tidyUp: () => Promise<void>,
  exitStatus?: number,
): () => Promise<void> {
  let interrupted = false;
  let tidying: Promise<void> | undefined;
  const tidyUpOnce = (): Promise<void> => {
    tidying ??= tidyUp();
    return tidying;
  };
  const handle = (signal: NodeJS.Signals): void => {
    const status = exitStatus ?? 128 + os.constants.signals[signal];
    if (interrupted) process.exit(status);
    interrupted = true;
    void tidyUpOnce().finally(() => process.exit(status));
  };
  for (const signal of signals) process.on(signal, handle);
  return async () => {
    if (interrupted) await new Promise(() => {});
    await tidyUpOnce();
    // A signal that came in the meantime exits the process.
    if (interrupted) await new Promise(() => {});
    for (const signal of signals) process.off(signal, handle);
  };
}
