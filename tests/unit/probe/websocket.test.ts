import { describe, expect, it } from 'vitest';
import { classifyChromiumFailure } from '../../../lib/failure/chromium.ts';
import { firefoxClassifier } from '../../../lib/failure/firefox.ts';
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
  told: Partial<SocketConversation>;
  /** After the beginning, in order. */
  heard?: Partial<RequestEvent>[];
  classify?: ClassifyFailure;
  signal?: AbortSignal;
}

function probe({ told, heard = [], classify = classifyChromiumFailure, signal }: World) {
  const events = createRequestEvents();
  const openSocket = async () => {
    events.note({ url, requestId: '7', begins: true, final: false });
    for (const event of heard) events.note({ url, requestId: '7', final: true, ...event });
    return { ...(told.opened === true ? opened : failed), ...told };
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
  it('that opens is told of with its address and the time it took', async () => {
    const seen = await probe({
      told: opened,
      heard: [{ statusCode: 101, remoteIp: '203.0.113.7' }],
    });

    expect(seen).toMatchObject({
      failure: null,
      valid: true,
      hidden: false,
      httpStatus: 101,
      remoteIp: '203.0.113.7',
      ttfbMs: 30,
      totalMs: 40,
    });
  });

  it('that opens is known to have, even where the browser tells nothing more', async () => {
    expect(await probe({ told: opened })).toMatchObject({ failure: null, httpStatus: 101 });
  });

  it.each([
    ['silent', 'generic_timeout_error'],
    ['cut', 'eof_error'],
  ] as const)(
    'that is %s after it has opened failed while it was read',
    async (ending, failure) => {
      const seen = await probe({ told: { opened: true, ending }, heard: [{ statusCode: 101 }] });

      expect(seen).toMatchObject({
        failure,
        failedOperation: 'read',
        browserError: null,
        httpStatus: 101,
        valid: true,
        hidden: false,
      });
    },
  );

  it('that we gave up is a timeout, and its host may know more', async () => {
    const seen = await probe({
      told: { ending: 'timeout' },
      heard: [{ error: 'net::ERR_FAILED' }],
    });

    expect(seen).toMatchObject({
      failure: 'generic_timeout_error',
      browserError: null,
      valid: true,
      hidden: true,
    });
  });

  it('that Chromium says nothing of proves nothing', async () => {
    const seen = await probe({ told: failed, heard: [{ error: 'net::ERR_FAILED' }] });

    expect(seen).toMatchObject({
      failure: 'unknown_failure: net::ERR_FAILED',
      browserError: 'net::ERR_FAILED',
      valid: false,
      hidden: true,
    });
  });

  it('whose end nobody heard of proves nothing', async () => {
    expect(await probe({ told: failed })).toMatchObject({ valid: false, hidden: true });
  });

  it('that another extension blocks is not asked about elsewhere', async () => {
    const seen = await probe({ told: failed, heard: [{ error: 'net::ERR_BLOCKED_BY_CLIENT' }] });

    expect(seen).toMatchObject({ valid: false, hidden: false });
  });

  it.each([403, 451])('that is refused in Firefox shows the status %i', async (statusCode) => {
    const seen = await probe({
      told: failed,
      heard: [{ statusCode, final: false }, { error: 'NS_ERROR_WEBSOCKET_CONNECTION_REFUSED' }],
      classify: firefoxClassifier('en'),
    });

    expect(seen).toMatchObject({
      failure: null,
      httpStatus: statusCode,
      valid: true,
      hidden: false,
    });
  });

  it('that is cut off in Firefox before it is open, and after it was granted, did not get through', async () => {
    const seen = await probe({
      told: failed,
      heard: [{ statusCode: 101, final: false }, { error: 'NS_ERROR_NET_RESET' }],
      classify: firefoxClassifier('en'),
    });

    expect(seen).toMatchObject({
      failure: 'eof_error',
      failedOperation: 'read',
      browserError: 'NS_ERROR_NET_RESET',
      httpStatus: 101,
      valid: true,
    });
  });

  it('that is reset in Firefox is told of as any request is', async () => {
    const seen = await probe({
      told: failed,
      heard: [{ error: 'NS_ERROR_NET_RESET' }],
      classify: firefoxClassifier('en'),
    });

    expect(seen).toMatchObject({ failure: 'connection_reset', valid: true, hidden: false });
  });

  it('that finds no name in Firefox after long was not answered', async () => {
    const seen = await probe({
      told: { ...failed, totalMs: 5_300 },
      heard: [{ error: 'NS_ERROR_UNKNOWN_HOST' }],
      classify: firefoxClassifier('en'),
    });

    expect(seen).toMatchObject({ failure: 'generic_timeout_error', failedOperation: null });
  });

  it('is not told of where the round is cancelled', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));

    await expect(probe({ told: failed, signal })).rejects.toThrow('cancelled');
  });
});
