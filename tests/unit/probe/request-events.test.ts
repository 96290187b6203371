import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRequestEvents } from '../../../lib/probe/request-events.ts';

const url = 'https://web.chat.example/#probe-1';
const nothing = {
  statusCode: null,
  remoteIp: null,
  headersAt: null,
  clockAheadMs: null,
  error: null,
  fromCache: false,
  redirectUrl: null,
  proxy: null,
};

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the outcome of a request', () => {
  it('gathers what its events report', async () => {
    const events = createRequestEvents();
    const expected = events.expect(url);

    events.note({ url, statusCode: 200, headersAt: 1_000, final: false });
    events.note({ url, statusCode: 200, remoteIp: '203.0.113.7', fromCache: false, final: true });

    await expect(expected.settled(300)).resolves.toEqual({
      ...nothing,
      statusCode: 200,
      remoteIp: '203.0.113.7',
      headersAt: 1_000,
    });
  });

  it('is an error if the request ended without an answer', async () => {
    const events = createRequestEvents();
    const expected = events.expect(url);

    events.note({ url, error: 'net::ERR_ABORTED', final: true });

    await expect(expected.settled(300)).resolves.toMatchObject({ error: 'net::ERR_ABORTED' });
  });

  it('is the answer if a redirect that was not followed ended with an abort', async () => {
    const events = createRequestEvents();
    const expected = events.expect(url);

    events.note({ url, statusCode: 302, remoteIp: '203.0.113.7', final: false });
    events.note({ url, error: 'net::ERR_ABORTED', final: true });

    await expect(expected.settled(300)).resolves.toEqual({
      ...nothing,
      statusCode: 302,
      remoteIp: '203.0.113.7',
    });
  });

  it('is both the answer and the error if the body was cut', async () => {
    const events = createRequestEvents();
    const expected = events.expect(url);

    events.note({ url, statusCode: 200, final: false });
    events.note({ url, error: 'net::ERR_CONTENT_LENGTH_MISMATCH', final: true });

    await expect(expected.settled(300)).resolves.toMatchObject({
      statusCode: 200,
      error: 'net::ERR_CONTENT_LENGTH_MISMATCH',
    });
  });

  it('excludes the events of other requests, even to the same URL', async () => {
    const events = createRequestEvents();
    const expected = events.expect(url);

    events.note({ url: 'https://web.chat.example/#probe-2', statusCode: 200, final: true });
    const settled = expected.settled(300);
    await vi.advanceTimersByTimeAsync(300);

    await expect(settled).resolves.toEqual(nothing);
  });

  it('waits for a last event after the fetch', async () => {
    const events = createRequestEvents();
    const settled = events.expect(url).settled(300);

    await vi.advanceTimersByTimeAsync(299);
    events.note({ url, error: 'net::ERR_CONNECTION_RESET', final: true });

    await expect(settled).resolves.toMatchObject({ error: 'net::ERR_CONNECTION_RESET' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not wait longer than its limit', async () => {
    const onSettled = vi.fn();
    void createRequestEvents().expect(url).settled(300).then(onSettled);

    await vi.advanceTimersByTimeAsync(299);
    expect(onSettled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);

    expect(onSettled).toHaveBeenCalledWith(nothing);
  });

  it('is no longer gathered once it is forgotten', async () => {
    const events = createRequestEvents();
    const expected = events.expect(url);

    expected.forget();
    events.note({ url, statusCode: 200, final: true });
    const settled = expected.settled(300);
    await vi.advanceTimersByTimeAsync(300);

    await expect(settled).resolves.toEqual(nothing);
  });
});

describe('a request whose URL is not unique', () => {
  const socket = 'wss://chat.example/socket';

  it('is distinguished from an earlier one by its first event', async () => {
    const events = createRequestEvents();
    const expected = events.expect(socket, { nextRequestOnly: true });

    events.note({ url: socket, requestId: '1', error: 'net::ERR_FAILED', final: true });
    events.note({ url: socket, requestId: '2', begins: true, final: false });
    events.note({ url: socket, requestId: '1', error: 'net::ERR_FAILED', final: true });
    events.note({ url: socket, requestId: '2', statusCode: 101, final: true });

    await expect(expected.settled(300)).resolves.toEqual({ ...nothing, statusCode: 101 });
  });

  it('is not mixed up with a later one', async () => {
    const events = createRequestEvents();
    const expected = events.expect(socket, { nextRequestOnly: true });

    events.note({ url: socket, requestId: '1', begins: true, final: false });
    events.note({ url: socket, requestId: '2', begins: true, final: false });
    events.note({ url: socket, requestId: '2', statusCode: 101, final: true });
    const settling = expected.settled(300);
    await vi.advanceTimersByTimeAsync(300);

    await expect(settling).resolves.toEqual(nothing);
  });

  it('continues if the browser announces a repeat', async () => {
    const events = createRequestEvents();
    const expected = events.expect(socket, { nextRequestOnly: true });
    const error = 'NS_ERROR_HTTP2_FALLBACK_TO_HTTP1';

    events.note({ url: socket, requestId: '1', begins: true, final: false });
    events.note({ url: socket, requestId: '1', error, final: true });
    const settling = expected.settled(300);
    events.note({ url: socket, requestId: '1', statusCode: 101, final: true });

    await expect(settling).resolves.toMatchObject({ statusCode: 101 });
  });
});
