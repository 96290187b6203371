import { afterEach, describe, expect, it, vi } from 'vitest';
import { bytesPerSecond, paceOf } from '../../../lib/observe/pace.ts';
import { createConverse } from '../../../lib/probe/converse.ts';
import { noTimings } from '../../../lib/probe/timings.ts';
import { aRequest } from '../../helpers/http-world.ts';

const carried = { answered: true, received: 30_000, lastByteMs: 2_500, totalMs: 12_500 };

describe('the pace of a transfer', () => {
  it.each([
    ['from the first byte to the last', 500, { lastByteMs: 2_500, bytesPerSecond: 15_000 }],
    ['from the start where the first is not known', null, { bytesPerSecond: 12_000 }],
  ])('of a download is taken %s', (_case, ttfbMs, pace) => {
    expect(paceOf({ receiveBytes: 33_792 }, carried, ttfbMs)).toMatchObject(pace);
  });

  it('of a download that brought nothing is not known', () => {
    const nothing = { ...carried, received: 0, lastByteMs: null };

    expect(paceOf({ receiveBytes: 33_792 }, nothing, 500)).toEqual({
      lastByteMs: null,
      bytesPerSecond: null,
    });
  });

  it.each([
    ['lasts until the answer begins', carried, 2_000, 15_000],
    ['lasts to its end where the beginning is not known', carried, null, 2_400],
    ['is not known without an answer', { ...carried, answered: false }, null, null],
  ])('of an upload %s, its last byte unknown', (_case, exchange, ttfbMs, rate) => {
    expect(paceOf({ sendBytes: 30_000 }, exchange, ttfbMs)).toEqual({
      lastByteMs: null,
      bytesPerSecond: rate,
    });
  });

  it('is told of transfers alone', () => {
    expect(paceOf({}, carried, 500)).toEqual({});
  });

  it('of what came within no time is not beyond measure', () => {
    expect(bytesPerSecond(5, 0)).toBe(5_000);
    expect(bytesPerSecond(5, -3)).toBe(5_000);
  });
});

describe('a conversation', () => {
  afterEach(() => vi.useRealTimers());

  async function converseWith(chunksAfterMs: number[], timeoutMs: number) {
    vi.useFakeTimers();
    const converse = createConverse({
      fetch: async (_url, init) => new Response(aBody(chunksAfterMs, init?.signal)),
      timings: { expect: vi.fn(), forget: vi.fn(), of: async () => noTimings },
      now: () => new Date(),
    });
    const pending = converse({
      ...aRequest({ method: 'GET', timeoutMs, stall: { answerMs: 9_000, bodyMs: 5_000 } }),
    });
    await vi.advanceTimersByTimeAsync(30_000);
    return await pending;
  }

  it('remembers when the last byte came, whatever silence followed', async () => {
    const told = await converseWith([1_000, 3_000], 20_000);

    expect(told).toMatchObject({ ending: 'stalled', lastByteMs: 3_000, totalMs: 8_000 });
  });

  it('has no last byte where none came', async () => {
    expect(await converseWith([], 20_000)).toMatchObject({ received: 0, lastByteMs: null });
  });
});

/** Brings a byte at each of these times, and then nothing, until it is given up. */
function aBody(afterMs: readonly number[], signal: AbortSignal | null | undefined) {
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const milliseconds of afterMs) {
        setTimeout(() => controller.enqueue(new Uint8Array(1)), milliseconds);
      }
      signal?.addEventListener('abort', () => controller.error(signal.reason));
    },
  });
}
