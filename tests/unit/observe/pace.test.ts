import { afterEach, describe, expect, it, vi } from 'vitest';
import { bytesPerSecond, paceOf } from '../../../lib/observe/pace.ts';
import { createConverse } from '../../../lib/probe/converse.ts';
import { noTimings } from '../../../lib/probe/timings.ts';
import { aRequest } from '../../helpers/http-world.ts';

const carried = { answered: true, received: 30_000, lastByteMs: 2_500, totalMs: 12_500 };

describe('the pace of a transfer', () => {
  it.each([
    ['from the first byte to the last', 500, { lastByteMs: 2_500, bytesPerSecond: 15_000 }],
    ['from the start if the first is unknown', null, { bytesPerSecond: 12_000 }],
  ])('is measured %s for a download', (_case, ttfbMs, pace) => {
    expect(paceOf({ receiveBytes: 33_792 }, carried, ttfbMs)).toMatchObject(pace);
  });

  it('is unknown for a download without bytes', () => {
    const nothing = { ...carried, received: 0, lastByteMs: null };

    expect(paceOf({ receiveBytes: 33_792 }, nothing, 500)).toEqual({
      lastByteMs: null,
      bytesPerSecond: null,
    });
  });

  it.each([
    ['covers the time until the answer begins', carried, 2_000, 15_000],
    ['covers the whole time if the beginning is unknown', carried, null, 2_400],
    ['is unknown without an answer', { ...carried, answered: false }, null, null],
  ])('%s for an upload, whose last byte is unknown', (_case, exchange, ttfbMs, rate) => {
    expect(paceOf({ sendBytes: 30_000 }, exchange, ttfbMs)).toEqual({
      lastByteMs: null,
      bytesPerSecond: rate,
    });
  });

  it('exists only for transfers', () => {
    expect(paceOf({}, carried, 500)).toEqual({});
  });

  it('is finite for a duration of zero', () => {
    expect(bytesPerSecond(5, 0)).toBe(5_000);
    expect(bytesPerSecond(5, -3)).toBe(5_000);
  });
});

describe('a download', () => {
  afterEach(() => vi.useRealTimers());

  async function converseWith(chunksAfterMs: number[], timeoutMs: number) {
    vi.useFakeTimers();
    const converse = createConverse({
      fetch: async (_url, init) => new Response(aBody(chunksAfterMs, init?.signal)),
      timings: {
        expect: vi.fn(),
        forget: vi.fn(),
        of: async () => noTimings,
        wasSent: async () => false,
      },
      clock: () => performance.now(),
    });
    const pending = converse({
      ...aRequest({ method: 'GET', timeoutMs, stall: { answerMs: 9_000, bodyMs: 5_000 } }),
    });
    await vi.advanceTimersByTimeAsync(30_000);
    return await pending;
  }

  it('has the time of its last byte, whatever silence follows', async () => {
    const conversation = await converseWith([1_000, 3_000], 20_000);

    expect(conversation).toMatchObject({ ending: 'stalled', lastByteMs: 3_000, totalMs: 8_000 });
  });

  it('has no last byte if none came', async () => {
    expect(await converseWith([], 20_000)).toMatchObject({ received: 0, lastByteMs: null });
  });
});

/** Delivers a byte at each of these times, then nothing until it is aborted. */
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
