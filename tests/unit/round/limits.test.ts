import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLimits, type SlotRequest } from '../../../lib/round/limits.ts';

/** Tasks that run until the test ends them, and a log of their starts. */
function aQueue(connections = 8) {
  const limits = createLimits({ connections, restMs: 1000, clock: Date.now });
  const started: string[] = [];
  const endings = new Map<string, () => void>();
  const run = (name: string, request: Partial<SlotRequest> = {}) =>
    limits.run({ host: `${name}.example`, priority: 1, ...request }, () => {
      started.push(name);
      return new Promise<string>((resolve) => endings.set(name, () => resolve(name)));
    });
  const end = async (name: string) => {
    endings.get(name)?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { limits, run, end, started };
}

const host = 'same.example';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('limits', () => {
  it('run at most as many tasks at once as there are connections', async () => {
    const { run, end, started } = aQueue();
    const names = Array.from({ length: 10 }, (_, index) => `task-${index}`);

    for (const name of names) void run(name);
    expect(started).toHaveLength(8);
    await end('task-3');
    expect(started).toHaveLength(9);
    await end('task-8');

    expect(started).toEqual(names);
  });

  it('let another task at a host that was silent for long, beside the first and after a rest', async () => {
    const { run, end, started } = aQueue();

    void run('first', { host, soloMs: 7_500 });
    void run('second', { host });
    await vi.advanceTimersByTimeAsync(8_400);
    expect(started).toEqual(['first']);
    await vi.advanceTimersByTimeAsync(100);
    expect(started).toEqual(['first', 'second']);
    void run('third', { host });
    await end('first');
    await vi.advanceTimersByTimeAsync(2_000);

    expect(started).toEqual(['first', 'second']);
  });

  it('keep the connection of a host that was silent for long', async () => {
    const { run, started } = aQueue(1);

    void run('first', { soloMs: 7_500 });
    void run('second');
    await vi.advanceTimersByTimeAsync(20_000);

    expect(started).toEqual(['first']);
  });

  it('run at most one task per host at once', async () => {
    const { run, started } = aQueue();

    void run('one', { host });
    void run('two', { host });
    await vi.advanceTimersByTimeAsync(60_000);

    expect(started).toEqual(['one']);
  });

  it('let a host rest for a second after a task', async () => {
    const { run, end, started } = aQueue();
    void run('one', { host });
    void run('two', { host });

    await end('one');
    await vi.advanceTimersByTimeAsync(999);
    expect(started).toEqual(['one']);
    await vi.advanceTimersByTimeAsync(1);

    expect(started).toEqual(['one', 'two']);
  });

  it('run tasks of other hosts while one host rests', async () => {
    const { run, end, started } = aQueue(1);
    void run('one', { host });
    void run('two', { host });
    void run('other');

    await end('one');

    expect(started).toEqual(['one', 'other']);
  });

  it('reuse an open connection without a rest', async () => {
    const { run, end, started } = aQueue();
    void run('one', { host });

    await end('one');
    void run('two', { host, reuses: () => true });

    expect(started).toEqual(['one', 'two']);
  });

  it('reuse a connection that was opened while they waited', async () => {
    const { run, end, started } = aQueue();
    const answered = () => started.includes('three');
    void run('one', { host });
    void run('two', { host, reuses: answered });

    expect(started).toEqual(['one']);
    void run('three');
    await end('three');

    expect(started).toEqual(['one', 'three', 'two']);
  });

  it('run tasks by priority, then in order of arrival', async () => {
    const { run, end, started } = aQueue(1);
    void run('running');
    void run('other', { priority: 3 });
    void run('first', { priority: 2 });
    void run('second', { priority: 2 });
    void run('urgent', { priority: 0 });

    for (const name of ['running', 'urgent', 'first', 'second']) await end(name);

    expect(started).toEqual(['running', 'urgent', 'first', 'second', 'other']);
  });

  it('resolve with the result of a task', async () => {
    const { run, end } = aQueue();
    const result = run('one');

    await end('one');

    await expect(result).resolves.toBe('one');
  });

  it('reject with the error of a task, and continue', async () => {
    const { limits, run, started } = aQueue(1);
    const failing = limits.run({ host, priority: 1 }, () => Promise.reject(new Error('broken')));
    void run('next');

    await expect(failing).rejects.toThrow('broken');

    expect(started).toEqual(['next']);
  });

  it('leave no timer running once no task waits', async () => {
    const { run, end } = aQueue();
    void run('one', { host });
    void run('two', { host });

    await end('one');
    await vi.advanceTimersByTimeAsync(1000);
    await end('two');

    expect(vi.getTimerCount()).toBe(0);
  });
});
