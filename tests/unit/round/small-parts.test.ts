import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { jitteredMinutes, needsConfirmation } from '../../../lib/round/schedule.ts';
import { firstTimeouts, timeoutsFor } from '../../../lib/round/timeouts.ts';
import { wait } from '../../../lib/round/wait.ts';
import { aStanding } from '../../helpers/rounds.ts';

describe('the schedule', () => {
  it.each([
    [15, 0, 12],
    [15, 0.5, 15],
    [15, 1, 18],
    [1, 0, 0.8],
    [0.5, 0, 0.5],
  ])('puts %d minutes, with the luck %d, at %d', (minutes, luck, expected) => {
    expect(jitteredMinutes(minutes, () => luck)).toBeCloseTo(expected, 10);
  });

  it('looks again soon only where a change is not yet confirmed', () => {
    expect(needsConfirmation([])).toBe(false);
    expect(needsConfirmation([aStanding()])).toBe(false);
    expect(needsConfirmation([aStanding(), aStanding({ candidate: 'blocked' })])).toBe(true);
  });
});

describe('the timeouts', () => {
  it('tell silence sooner on a fast network, but from a sentinel', () => {
    expect(timeoutsFor([50, 80, 100])).toEqual({ ...firstTimeouts, target: 3500 });
  });

  it('are ten times what the controls took on a slow network', () => {
    expect(timeoutsFor([700, 800, 5000])).toEqual({
      control: 8000,
      sentinel: 8000,
      target: 8000,
      doh: 8000,
    });
  });

  it('are never longer than ten seconds', () => {
    expect(Math.max(...Object.values(timeoutsFor([4000])))).toBe(10_000);
  });

  it('are the least where no control answered', () => {
    expect(timeoutsFor([])).toEqual({ ...firstTimeouts, target: 3500 });
  });
});

describe('waiting', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('ends after its time', async () => {
    const onEnd = vi.fn();
    void wait(600, new AbortController().signal).then(onEnd);

    await vi.advanceTimersByTimeAsync(599);
    expect(onEnd).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);

    expect(onEnd).toHaveBeenCalled();
  });

  it('ends at once, by rejecting, when the round is cancelled', async () => {
    const round = new AbortController();
    const waiting = wait(600, round.signal);

    round.abort(new Error('cancelled'));

    await expect(waiting).rejects.toThrow('cancelled');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not begin in a round that is cancelled already', async () => {
    await expect(wait(600, AbortSignal.abort(new Error('cancelled')))).rejects.toThrow('cancelled');
  });
});
