import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  anHttpWorld,
  answer,
  aRequest,
  ended,
  rejectWhenAborted,
} from '../../helpers/http-world.ts';

const stall = { answerMs: 14_000, bodyMs: 10_000 };

/** A body that brings its chunks at once and then nothing, until it is given up. */
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
  it('asks for so many bytes, and reads no more where it is given more', async () => {
    const chunks = Array.from({ length: 9 }, () => 10_000);
    const { probe, fetched } = anHttpWorld(async ({ url, init, events }) => {
      events.note(ended(url, { statusCode: 200 }));
      return new Response(aBodyThatStalls(chunks, init.signal));
    });

    const observation = await probe(aRequest({ method: 'GET', receiveBytes: 30_000, stall }));

    expect([...new Headers(fetched[0]?.init.headers)]).toEqual([['range', 'bytes=0-29999']]);
    expect(observation).toMatchObject({ failure: null, bytes: 30_000, freezeAtBytes: null });
  });

  it('that has brought enough is whole, though the browser then tells of our hanging up', async () => {
    const chunks = Array.from({ length: 9 }, () => 10_000);
    const { probe } = anHttpWorld(async ({ url, init, events }) => {
      events.note({ url, statusCode: 206, final: false });
      events.note(ended(url, { error: 'net::ERR_FAILED' }));
      return new Response(aBodyThatStalls(chunks, init.signal), { status: 206 });
    });

    const observation = await probe(aRequest({ method: 'GET', receiveBytes: 30_000, stall }));

    expect(observation).toMatchObject({ failure: null, bytes: 30_000, valid: true });
  });

  it('that stops for ten seconds is frozen at what came, and at what is spent on a handshake', async () => {
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

  it('that gets no answer is no freeze', async () => {
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
  it('sends so many bytes, and says so', async () => {
    const { probe, fetched } = anHttpWorld(answer);

    const observation = await probe(aRequest({ method: 'POST', sendBytes: 30_000, stall }));

    expect(fetched[0]?.init.body).toHaveLength(30_000);
    expect(observation).toMatchObject({ failure: null, bytes: 30_000, bytesPerSecond: 30_000 });
  });

  it('has a pace, which no other attempt has', async () => {
    const { probe } = anHttpWorld(answer);

    expect(await probe(aRequest({ method: 'POST', sendBytes: 9 }))).toHaveProperty('lastByteMs');
    expect(await probe(aRequest())).not.toHaveProperty('lastByteMs');
    expect(await probe(aRequest())).not.toHaveProperty('bytesPerSecond');
  });

  it('that gets no answer in fourteen seconds is stuck on its way out', async () => {
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
