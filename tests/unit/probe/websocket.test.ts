import { describe, expect, it } from 'vitest';
import { classifyChromiumFailure } from '../../../lib/failure/chromium.ts';
import { classifyFirefoxFailure } from '../../../lib/failure/firefox.ts';
import type { ClassifyFailure } from '../../../lib/failure/types.ts';
import { observeSocket } from '../../../lib/observe/socket.ts';
import type { SocketConversation } from '../../../lib/probe/open-socket.ts';
import { createRequestEvents, type RequestEvent } from '../../../lib/probe/request-events.ts';
import { createSocketProbe } from '../../../lib/probe/websocket.ts';
import { dateAt } from '../../helpers/clock.ts';

const url = 'wss://chat.example/socket';

const opened: SocketConversation = {
  opened: true,
  ending: 'answered',
  openMs: 30,
  totalMs: 40,
};
const failed: SocketConversation = {
  opened: false,
  ending: 'failed',
  openMs: null,
  totalMs: 20,
};

interface World {
  conversation: Partial<SocketConversation>;
  /** The events after the first one, in order. */
  reported?: Partial<RequestEvent>[];
  classify?: ClassifyFailure;
  signal?: AbortSignal;
  /** How long after the call the browser began it; null if it did not. */
  begunMs?: number | null;
}

function probe({
  conversation,
  reported = [],
  classify = classifyChromiumFailure,
  signal,
  begunMs = 5,
}: World) {
  const events = createRequestEvents();
  const openSocket = async () => {
    if (begunMs !== null) {
      const begunAt = dateAt(0).getTime() + begunMs;
      events.note({ url, requestId: '7', begins: true, begunAt, final: false });
    }
    for (const event of reported) events.note({ url, requestId: '7', final: true, ...event });
    return { ...(conversation.opened === true ? opened : failed), ...conversation };
  };
  const ask = createSocketProbe({ openSocket, events, now: () => dateAt(0) });
  const exchange = ask({
    url,
    timeoutMs: 3_500,
    signal: signal ?? new AbortController().signal,
  });
  return exchange.then((one) => observeSocket(one, classify));
}

describe('a WebSocket', () => {
  it('has its address and times once it opens', async () => {
    const observation = await probe({
      conversation: opened,
      reported: [{ statusCode: 101, remoteIp: '203.0.113.7' }],
    });

    expect(observation).toMatchObject({
      failure: null,
      valid: true,
      hidden: false,
      httpStatus: 101,
      remoteIp: '203.0.113.7',
      ttfbMs: 30,
      totalMs: 40,
    });
  });

  it('has a proxy’s address where the browser reports one', async () => {
    const reported = [{ statusCode: 101, proxy: 'socks' as const }];

    const observation = await probe({ conversation: opened, reported });

    expect(observation.remoteIpKind).toBe('proxy');
  });

  it('counts as open even if the browser reports nothing else', async () => {
    expect(await probe({ conversation: opened })).toMatchObject({ failure: null, httpStatus: 101 });
  });

  it.each([
    ['silent', 'generic_timeout_error'],
    ['cut', 'eof_error'],
  ] as const)('fails while reading if it is %s after it opened', async (ending, failure) => {
    const observation = await probe({
      conversation: { opened: true, ending },
      reported: [{ statusCode: 101 }],
    });

    expect(observation).toMatchObject({
      failure,
      failedOperation: 'read',
      browserError: null,
      httpStatus: 101,
      valid: true,
      hidden: false,
    });
  });

  it('fails while reading if it is cut after it opened, and the browser reports nothing', async () => {
    const observation = await probe({ conversation: { opened: true, ending: 'cut' } });

    expect(observation).toMatchObject({
      failure: 'eof_error',
      failedOperation: 'read',
      httpStatus: 101,
      valid: true,
    });
  });

  it('times out at our own limit, with its reason hidden', async () => {
    const observation = await probe({
      conversation: { ending: 'timeout' },
      reported: [{ error: 'net::ERR_FAILED' }],
    });

    expect(observation).toMatchObject({
      failure: 'generic_timeout_error',
      browserError: null,
      valid: true,
      hidden: true,
    });
  });

  it.each([
    [true, 'began it at once', 5],
    [true, 'began it before half of the time was over', 1_700],
    [false, 'began it later', 1_800],
    [false, 'did not begin it', null],
  ])('that times out is valid (%s) where the browser %s', async (valid, _case, begunMs) => {
    const conversation = { ending: 'timeout', totalMs: 3_500 } as const;

    expect(await probe({ conversation, begunMs })).toMatchObject({
      failure: 'generic_timeout_error',
      valid,
      hidden: true,
    });
  });

  it('is invalid if Chromium gives no reason', async () => {
    const observation = await probe({
      conversation: failed,
      reported: [{ error: 'net::ERR_FAILED' }],
    });

    expect(observation).toMatchObject({
      failure: 'unknown_failure: net::ERR_FAILED',
      browserError: 'net::ERR_FAILED',
      valid: false,
      hidden: true,
    });
  });

  it('is invalid if no event reported its end', async () => {
    expect(await probe({ conversation: failed })).toMatchObject({ valid: false, hidden: true });
  });

  it('has no hidden reason if another extension blocks it', async () => {
    const observation = await probe({
      conversation: failed,
      reported: [{ error: 'net::ERR_BLOCKED_BY_CLIENT' }],
    });

    expect(observation).toMatchObject({ valid: false, hidden: false });
  });

  it.each([403, 451])('has the status %i if it is refused in Firefox', async (statusCode) => {
    const observation = await probe({
      conversation: failed,
      reported: [{ statusCode, final: false }, { error: 'NS_ERROR_WEBSOCKET_CONNECTION_REFUSED' }],
      classify: classifyFirefoxFailure,
    });

    expect(observation).toMatchObject({
      failure: null,
      httpStatus: statusCode,
      valid: true,
      hidden: false,
    });
  });

  it('fails if Firefox loses it between the upgrade and the open event', async () => {
    const observation = await probe({
      conversation: failed,
      reported: [{ statusCode: 101, final: false }, { error: 'NS_ERROR_NET_RESET' }],
      classify: classifyFirefoxFailure,
    });

    expect(observation).toMatchObject({
      failure: 'eof_error',
      failedOperation: 'read',
      browserError: 'NS_ERROR_NET_RESET',
      httpStatus: 101,
      valid: true,
    });
  });

  it('is classified like any request if it is reset in Firefox', async () => {
    const observation = await probe({
      conversation: failed,
      reported: [{ error: 'NS_ERROR_NET_RESET' }],
      classify: classifyFirefoxFailure,
    });

    expect(observation).toMatchObject({ failure: 'connection_reset', valid: true, hidden: false });
  });

  it('times out if Firefox reports an unknown name after a long wait', async () => {
    const observation = await probe({
      conversation: { ...failed, totalMs: 5_300 },
      reported: [{ error: 'NS_ERROR_UNKNOWN_HOST' }],
      classify: classifyFirefoxFailure,
    });

    expect(observation).toMatchObject({ failure: 'generic_timeout_error', failedOperation: null });
  });

  it.each([
    ['socks', false],
    ['http', true],
    [null, true],
  ] as const)(
    'that Firefox reports as refused behind a proxy (%s) counts: %s',
    async (proxy, valid) => {
      const observation = await probe({
        conversation: failed,
        reported: [{ error: 'NS_ERROR_CONNECTION_REFUSED', proxy }],
        classify: classifyFirefoxFailure,
      });

      expect(observation).toMatchObject({ browserError: 'NS_ERROR_CONNECTION_REFUSED', valid });
    },
  );

  it('yields no observation if the round is cancelled', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));

    await expect(probe({ conversation: failed, signal })).rejects.toThrow('cancelled');
  });
});
