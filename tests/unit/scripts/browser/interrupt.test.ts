import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tidyUpOnInterrupt } from '../../../../scripts/browser/interrupt.ts';

const exit = vi.fn<(status?: number | string | null) => never>();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  exit.mockReset();
  vi.spyOn(process, 'exit').mockImplementation(exit);
});
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const before = signals.map((signal) => process.listeners(signal));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const [index, signal] of signals.entries()) {
    const added = process.listeners(signal).filter((one) => before[index]?.includes(one) !== true);
    for (const listener of added) process.off(signal, listener);
  }
});

/** A cleanup that lasts until the test releases it. */
function aSlowTask() {
  const done = Promise.withResolvers<void>();
  return { tidyUp: vi.fn(() => done.promise), letGo: done.resolve };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('cleaning up', () => {
  it('happens at the end, and then restores the default signal handling', async () => {
    const tidyUp = vi.fn(async () => {});

    const end = tidyUpOnInterrupt(tidyUp);
    await end();

    expect(tidyUp).toHaveBeenCalledTimes(1);
    expect(signals.map((signal) => process.listeners(signal))).toEqual(before);
    expect(exit).not.toHaveBeenCalled();
  });

  it('finishes once, even if a signal comes in the middle', async () => {
    const { tidyUp, letGo } = aSlowTask();
    const end = tidyUpOnInterrupt(tidyUp);
    const afterwards = vi.fn();

    void end().then(afterwards);
    process.emit('SIGINT', 'SIGINT');
    await settled();
    expect(exit).not.toHaveBeenCalled();
    letGo();
    await settled();

    expect(tidyUp).toHaveBeenCalledTimes(1);
    expect(exit).toHaveBeenCalledExactlyOnceWith(130);
    expect(afterwards).not.toHaveBeenCalled();
  });

  it('exits with the given status', async () => {
    tidyUpOnInterrupt(async () => {}, 130);

    process.emit('SIGTERM', 'SIGTERM');
    await settled();

    expect(exit).toHaveBeenCalledExactlyOnceWith(130);
  });

  it('does not delay the exit on a second signal', async () => {
    const { tidyUp } = aSlowTask();
    tidyUpOnInterrupt(tidyUp);

    process.emit('SIGTERM', 'SIGTERM');
    vi.advanceTimersByTime(1000);
    process.emit('SIGTERM', 'SIGTERM');

    expect(exit).toHaveBeenCalledExactlyOnceWith(143);
  });

  it('completes if the first signal arrives twice at once', async () => {
    const { tidyUp, letGo } = aSlowTask();
    tidyUpOnInterrupt(tidyUp);

    process.emit('SIGTERM', 'SIGTERM');
    vi.advanceTimersByTime(20);
    process.emit('SIGTERM', 'SIGTERM');
    expect(exit).not.toHaveBeenCalled();
    letGo();
    await settled();

    expect(exit).toHaveBeenCalledExactlyOnceWith(143);
  });
});
