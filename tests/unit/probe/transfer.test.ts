import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  anHttpWorld,
  answer,
  aRequest,
  ended,
  rejectWhenAborted,
} from '../../helpers/http-world.ts';

const stall = { answerMs: 14_000, bodyMs: 10_000 };

/** A body that delivers its chunks at once, then nothing until it is aborted. */
function aBodyThatStalls(chunks: number[], signal: AbortSignal | null | undefined) {
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const size of chunks) controller.enqueue(new Uint8Array(size));
      signal?.addEventListener('abort', () => controller.error(signal.reason));
    },
  });
}

afterEach(() => vi.useRealTimers());

describe('a download', () => {
  it('requests a number of bytes, and reads no more than that', async () => {
    const chunks = Array.from({ length: 9 }, () => 10_000);
    const { probe, fetched } = anHttpWorld(async ({ url, init, events }) => {
      events.note(ended(url, { statusCode: 200 }));
      return new Response(aBodyThatStalls(chunks, init.signal));
    });

    const observation = await probe(aRequest({ method: 'GET', receiveBytes: 30_000, stall }));

    expect([...new Headers(fetched[0]?.init.headers)]).toEqual([['range', 'bytes=0-29999']]);
    expect(observation).toMatchObject({ failure: null, bytes: 30_000, freezeAtBytes: null });
  });

  it('is complete with enough bytes, although the browser then reports our abort', async () => {
    const chunks = Array.from({ length: 9 }, () => 10_000);
    const { probe } = anHttpWorld(async ({ url, init, events }) => {
      events.note({ url, statusCode: 206, final: false });
      events.note(ended(url, { error: 'net::ERR_FAILED' }));
      return new Response(aBodyThatStalls(chunks, init.signal), { status: 206 });
    });

    const observation = await probe(aRequest({ method: 'GET', receiveBytes: 30_000, stall }));

    expect(observation).toMatchObject({ failure: null, bytes: 30_000, valid: true });
  });

  it('freezes after ten seconds of silence, at its bytes plus those of a handshake', async () => {
    vi.useFakeTimers();
    const { probe } = anHttpWorld(async ({ url, init, events }) => {
      events.note({ url, statusCode: 206, final: false });
      return new Response(aBodyThatStalls([8_000, 5_000], init.signal), { status: 206 });
    });

    const pending = probe(aRequest({ method: 'GET', receiveBytes: 30_000, stall }));
    await vi.advanceTimersByTimeAsync(9_999);
    let over = false;
    void pending.then(() => (over = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(over).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);

    expect(await pending).toMatchObject({
      failure: 'generic_timeout_error',
      failedOperation: 'read',
      browserError: null,
      httpStatus: 206,
      bytes: 13_000,
      freezeAtBytes: 16_000,
      lastByteMs: 1_000,
      bytesPerSecond: 13_000,
      valid: true,
    });
  });

  it('does not freeze where it falls silent with its last byte', async () => {
    vi.useFakeTimers();
    const { probe } = anHttpWorld(async ({ url, init, events }) => {
      events.note({ url, statusCode: 206, final: false });
      const chunks = [10_000, 10_000, 10_000];
      return new Response(aBodyThatStalls(chunks, init.signal), { status: 206 });
    });

    const pending = probe(
      aRequest({ method: 'GET', receiveBytes: 30_000, stall: { answerMs: 14_000, bodyMs: 100 } }),
    );
    await vi.advanceTimersByTimeAsync(1_000);

    expect(await pending).toMatchObject({ failure: null, bytes: 30_000, freezeAtBytes: null });
  });

  it('does not freeze without an answer', async () => {
    vi.useFakeTimers();
    const { probe } = anHttpWorld(async ({ init }) => rejectWhenAborted(init.signal));

    const pending = probe(aRequest({ method: 'GET', receiveBytes: 30_000, stall }));
    await vi.advanceTimersByTimeAsync(15_000);

    expect(await pending).toMatchObject({
      failure: 'generic_timeout_error',
      failedOperation: null,
      freezeAtBytes: null,
    });
  });
});

describe('an upload', () => {
  it('sends and records a number of bytes', async () => {
    const { probe, fetched } = anHttpWorld(answer);

    const observation = await probe(aRequest({ method: 'POST', sendBytes: 30_000, stall }));

    expect(fetched[0]?.init.body).toHaveLength(30_000);
    expect(observation).toMatchObject({ failure: null, bytes: 30_000, bytesPerSecond: 30_000 });
  });

  it('has a pace, unlike other attempts', async () => {
    const { probe } = anHttpWorld(answer);

    expect(await probe(aRequest({ method: 'POST', sendBytes: 9 }))).toHaveProperty('lastByteMs');
    expect(await probe(aRequest())).not.toHaveProperty('lastByteMs');
    expect(await probe(aRequest())).not.toHaveProperty('bytesPerSecond');
  });

  it('times out while writing after fourteen seconds without an answer', async () => {
    vi.useFakeTimers();
    const { probe } = anHttpWorld(async ({ init }) => rejectWhenAborted(init.signal));

    const pending = probe(aRequest({ method: 'POST', sendBytes: 30_000, stall }));
    await vi.advanceTimersByTimeAsync(15_000);

    expect(await pending).toMatchObject({
      failure: 'generic_timeout_error',
      failedOperation: 'write',
      bytes: null,
      freezeAtBytes: null,
    });
  });
});
