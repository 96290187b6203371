import { describe, expect, it, vi } from 'vitest';
import { readBody } from '../../../lib/probe/body.ts';
import { bytesOf } from '../../helpers/observations.ts';

function streamOf(source: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>>): Response {
  return new Response(new ReadableStream(source));
}

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

  it('is read up to a limit, and the rest is cancelled', async () => {
    const cancel = vi.fn();
    const response = streamOf({
      pull: (controller) => controller.enqueue(new Uint8Array(40_000)),
      cancel,
    });

    const { body, complete } = await readBody(response);

    expect(body.byteLength).toBe(80_000);
    expect(complete).toBe(true);
    expect(cancel).toHaveBeenCalledOnce();
  });
});
