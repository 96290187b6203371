import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wait } from '../../../lib/round/wait.ts';

describe('waiting', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('ends after its duration', async () => {
    const onEnd = vi.fn();
    void wait(600, new AbortController().signal).then(onEnd);

    await vi.advanceTimersByTimeAsync(599);
    expect(onEnd).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);

    expect(onEnd).toHaveBeenCalled();
  });

  it('rejects at once if the round is cancelled', async () => {
    const round = new AbortController();
    const waiting = wait(600, round.signal);

    round.abort(new Error('cancelled'));

    await expect(waiting).rejects.toThrow('cancelled');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not start if the round is already cancelled', async () => {
    await expect(wait(600, AbortSignal.abort(new Error('cancelled')))).rejects.toThrow('cancelled');
  });
});
