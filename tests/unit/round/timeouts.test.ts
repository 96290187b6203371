import { describe, expect, it } from 'vitest';
import { firstTimeouts, timeoutsFor } from '../../../lib/round/timeouts.ts';

const shortest = { target: 3500, listed: 2400, aside: 2000 };

describe('the timeouts', () => {
  it('are shorter on a fast network, except for a sentinel', () => {
    expect(timeoutsFor([50, 80, 100])).toEqual({ ...firstTimeouts, ...shortest });
  });

  it('are ten times the controls’ duration on a slow network, and four times where connections are scarce', () => {
    expect(timeoutsFor([700, 800, 5000])).toEqual({
      control: 8000,
      sentinel: 8000,
      target: 8000,
      listed: 3200,
      aside: 3200,
      doh: 8000,
    });
  });

  it('are never longer than ten seconds', () => {
    expect(Math.max(...Object.values(timeoutsFor([4000])))).toBe(10_000);
  });

  it('are minimal if no control answered', () => {
    expect(timeoutsFor([])).toEqual({ ...firstTimeouts, ...shortest });
  });
});
