import { afterEach, describe, expect, it, vi } from 'vitest';
import { readBody } from '../../../lib/probe/body.ts';
import { bytesOf } from '../../helpers/observations.ts';

function streamOf(source: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>>): Response {
  return new Response(new ReadableStream(source));
}

afterEach(() => vi.useRealTimers());

describe('the body of a response', () => {
  it('is read completely', async () => {
    const read = await readBody(new Response('hello'));

    expect(read).toEqual({ body: bytesOf('hello'), complete: true });
  });

  it('is empty if the response has none', async () => {
    const read = await readBody(new Response(null, { status: 204 }));

    expect(read).toEqual({ body: new Uint8Array(), complete: true });
  });

  it('keeps the bytes before a cut', async () => {
    const chunks = ['hel', 'lo'].map(bytesOf);
    const response = streamOf({
      pull(controller) {
        const chunk = chunks.shift();
        if (chunk === undefined) controller.error(new TypeError('network error'));
        else controller.enqueue(chunk);
      },
    });

    const read = await readBody(response);

    expect(read).toEqual({ body: bytesOf('hello'), complete: false });
  });

  it('is read up to a limit, and the rest is cancelled at once', async () => {
    vi.useFakeTimers();
    const cancel = vi.fn();
    const response = streamOf({
      start(controller) {
        controller.enqueue(new Uint8Array(40_000));
        controller.enqueue(new Uint8Array(40_000));
      },
      cancel,
    });

    const { body, complete } = await readBody(response);

    expect(body.byteLength).toBe(80_000);
    expect(complete).toBe(true);
    expect(cancel).toHaveBeenCalledOnce();
  });
});

describe('a body of which exactly the wanted bytes have come', () => {
  const options = { limitBytes: 5 };

  /** What happens so many milliseconds after its bytes. */
  function aBodyThen(milliseconds: number, then: (body: ReadableStreamDefaultController) => void) {
    vi.useFakeTimers();
    const cancel = vi.fn<() => void>();
    const response = streamOf({
      start(controller) {
        controller.enqueue(bytesOf('hello'));
        setTimeout(() => then(controller), milliseconds);
      },
      cancel,
    });
    return { response, cancel };
  }

  it('ends by itself: what is broken off, Chromium may report to its server', async () => {
    const { response, cancel } = aBodyThen(100, (body) => body.close());

    const reading = readBody(response, options);
    await vi.advanceTimersByTimeAsync(100);

    expect(await reading).toEqual({ body: bytesOf('hello'), complete: true });
    expect(cancel).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is complete too if it then falls silent, and is broken off after 200 ms', async () => {
    const { response, cancel } = aBodyThen(60_000, (body) => body.close());
    const onChunk = vi.fn<() => void>();

    const reading = readBody(response, { ...options, onChunk });
    await vi.advanceTimersByTimeAsync(199);
    expect(cancel).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);

    expect(await reading).toEqual({ body: bytesOf('hello'), complete: true });
    expect(cancel).toHaveBeenCalledOnce();
    expect(onChunk).toHaveBeenCalledOnce();
  });

  it('is complete too if it is then cut', async () => {
    const { response } = aBodyThen(100, (body) => body.error(new TypeError('network error')));

    const reading = readBody(response, options);
    await vi.advanceTimersByTimeAsync(100);

    expect(await reading).toEqual({ body: bytesOf('hello'), complete: true });
  });

  it('is broken off where more comes, of which nothing is kept', async () => {
    const { response, cancel } = aBodyThen(100, (body) => body.enqueue(bytesOf('again')));

    const reading = readBody(response, options);
    await vi.advanceTimersByTimeAsync(100);

    expect(await reading).toEqual({ body: bytesOf('hello'), complete: true });
    expect(cancel).toHaveBeenCalledOnce();
  });
});
