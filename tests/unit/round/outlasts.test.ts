import { describe, expect, it } from 'vitest';
import { outlasts } from '../../../lib/round/outlasts.ts';
import { wait } from '../../../lib/round/wait.ts';

const never = new Promise<never>(() => undefined);

describe('something pending', () => {
  const { signal } = new AbortController();

  it('outlasts a time, or not', async () => {
    expect(await outlasts(never, 5, { wait, signal })).toBe(true);
    expect(await outlasts(Promise.resolve(), 60_000, { wait, signal })).toBe(false);
  });

  it('is waited for no longer once it is over', async () => {
    const waited: AbortSignal[] = [];
    const note = (_milliseconds: number, until: AbortSignal) => {
      waited.push(until);
      return never;
    };

    await outlasts(Promise.resolve(), 60_000, { wait: note, signal });

    expect(waited.map((until) => until.aborted)).toEqual([true]);
  });

  it('rejects where it does, and where all is aborted', async () => {
    const abort = new AbortController();
    const pending = outlasts(never, 60_000, { wait, signal: abort.signal });
    abort.abort(new Error('over'));

    await expect(pending).rejects.toThrow('over');
    await expect(outlasts(Promise.reject(new Error('no')), 5, { wait, signal })).rejects.toThrow(
      'no',
    );
  });
});
