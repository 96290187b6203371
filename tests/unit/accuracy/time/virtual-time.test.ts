import { describe, expect, it } from 'vitest';
import { createSpans } from '../../../accuracy/time/spans.ts';
import { createVirtualTime } from '../../../accuracy/time/virtual-time.ts';

const startMs = 1_000_000;

describe('virtual time', () => {
  it('jumps to what is due, and stands still otherwise', async () => {
    const time = createVirtualTime({ startMs });

    await time.runUntil(time.wait(5_000));

    expect(time.now()).toBe(startMs + 5_000);
  });

  it('runs events in the order of their times, then of their requests', async () => {
    const time = createVirtualTime({ startMs });
    const happened: string[] = [];

    time.later(20, () => happened.push('third'));
    time.later(10, () => happened.push('first'));
    time.later(10, () => happened.push('second'));
    await time.runUntil(time.wait(30));

    expect(happened).toEqual(['first', 'second', 'third']);
  });

  it('lets promises continue before it jumps', async () => {
    const time = createVirtualTime({ startMs });
    const chain = async () => {
      for (let step = 0; step < 5; step += 1) await Promise.resolve();
      const before = time.now();
      await time.wait(10);
      return before;
    };

    time.later(1, () => undefined);

    expect(await time.runUntil(chain())).toBe(startMs);
  });

  it('does not run a cancelled call', async () => {
    const time = createVirtualTime({ startMs });
    const happened: string[] = [];

    const callOff = time.later(10, () => happened.push('never'));
    callOff();
    await time.runUntil(time.wait(20));

    expect(happened).toEqual([]);
  });

  it('stops as soon as the promise is settled', async () => {
    const time = createVirtualTime({ startMs });
    const happened: string[] = [];

    time.later(20, () => happened.push('later'));
    await time.runUntil(time.wait(10));

    expect(happened).toEqual([]);
  });

  it('rejects if no event is left', async () => {
    const time = createVirtualTime({ startMs });

    await expect(time.runUntil(new Promise(() => undefined))).rejects.toThrow('No event is left');
  });

  it('passes a rejection on', async () => {
    const time = createVirtualTime({ startMs });

    await expect(time.runUntil(Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('ends a wait that is aborted', async () => {
    const time = createVirtualTime({ startMs });
    const abort = new AbortController();

    time.later(10, () => abort.abort(new Error('enough')));

    await expect(time.runUntil(time.wait(20, abort.signal))).rejects.toThrow('enough');
    expect(time.now()).toBe(startMs + 10);
  });

  it('postpones events during sleep until the computer wakes', async () => {
    const asleep = createSpans();
    asleep.add(startMs + 5, startMs + 1_000);
    const time = createVirtualTime({ startMs, happensAt: asleep.endAfter });

    await time.runUntil(time.wait(10));

    expect(time.now()).toBe(startMs + 1_000);
  });

  it('gives programs whole milliseconds', async () => {
    const time = createVirtualTime({ startMs });

    await time.runUntil(time.wait(1.7));

    expect(time.date().getTime()).toBe(startMs + 1);
  });
});
