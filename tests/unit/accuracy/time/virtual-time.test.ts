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

  it('lets things happen in the order of their moments, and of their asking', async () => {
    const time = createVirtualTime({ startMs });
    const happened: string[] = [];

    time.later(20, () => happened.push('third'));
    time.later(10, () => happened.push('first'));
    time.later(10, () => happened.push('second'));
    await time.runUntil(time.wait(30));

    expect(happened).toEqual(['first', 'second', 'third']);
  });

  it('lets promises go on before it jumps', async () => {
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

  it('calls nothing that was called off', async () => {
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

  it('says so when nothing is left to happen', async () => {
    const time = createVirtualTime({ startMs });

    await expect(time.runUntil(new Promise(() => undefined))).rejects.toThrow('No event is left');
  });

  it('hands a rejection on', async () => {
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

  it('puts off what is due in sleep until the waking', async () => {
    const asleep = createSpans();
    asleep.add(startMs + 5, startMs + 1_000);
    const time = createVirtualTime({ startMs, happensAt: asleep.endAfter });

    await time.runUntil(time.wait(10));

    expect(time.now()).toBe(startMs + 1_000);
  });

  it('tells a program whole milliseconds', async () => {
    const time = createVirtualTime({ startMs });

    await time.runUntil(time.wait(1.7));

    expect(time.date().getTime()).toBe(startMs + 1);
  });
});
