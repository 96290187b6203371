import { describe, expect, it, vi } from 'vitest';
import { classifyFirefoxFailure } from '../../../lib/failure/firefox.ts';
import { onlyHttp1Failures } from '../../../lib/failure/only-http1.ts';
import { noTimings } from '../../../lib/probe/timings.ts';
import {
  aBodyThatEnds,
  anHttpWorld,
  aRequest,
  ended,
  rejectWhenAborted,
} from '../../helpers/http-world.ts';

describe('a failed HTTP attempt', () => {
  it('is classified by the browser’s code', async () => {
    const { probe } = anHttpWorld(async ({ url, events }) => {
      events.note(ended(url, { error: 'net::ERR_CONNECTION_RESET' }));
      throw new TypeError('Failed to fetch');
    });

    expect(await probe(aRequest())).toMatchObject({
      failure: 'connection_reset',
      failedOperation: null,
      browserError: 'net::ERR_CONNECTION_RESET',
      httpStatus: null,
      totalMs: 1000,
      bytes: null,
      valid: true,
    });
  });

  it('is also classified by its duration if the engine needs that', async () => {
    const respond: Parameters<typeof anHttpWorld>[0] = async ({ url, events }) => {
      events.note(ended(url, { error: 'NS_ERROR_UNKNOWN_HOST' }));
      throw new TypeError('Failed to fetch');
    };
    const { probe } = anHttpWorld(respond, noTimings, (code, afterMs) => ({
      failure: `${code} after ${afterMs} ms`,
      operation: null,
      valid: true,
    }));

    expect((await probe(aRequest())).failure).toBe('NS_ERROR_UNKNOWN_HOST after 1000 ms');
  });

  it.each([
    ['passed all extensions', { letPass: true }, true],
    ['may have been blocked by one', {}, false],
    ['went through an HTTP proxy', { letPass: true, proxy: 'http' }, false],
    ['went through a SOCKS proxy', { letPass: true, proxy: 'socks' }, false],
  ] as const)(
    'in Firefox by a broken connection, of a request that %s',
    async (_what, seen, valid) => {
      const respond: Parameters<typeof anHttpWorld>[0] = async ({ url, events }) => {
        events.note(ended(url, { error: 'NS_ERROR_ABORT', ...seen }));
        throw new TypeError('NetworkError when attempting to fetch resource.');
      };
      const { probe } = anHttpWorld(respond, noTimings, classifyFirefoxFailure);

      expect(await probe(aRequest())).toMatchObject({
        browserError: 'NS_ERROR_ABORT',
        httpStatus: null,
        valid,
      });
    },
  );

  it.each([
    ['was sent', true, {}, 'http_round_trip'],
    ['was not sent', false, {}, null],
    ['was sent to a proxy', true, { proxy: 'http' }, null],
  ] as const)(
    'in Firefox comes after the handshake where the request %s',
    async (_what, wasSent, seen, failedOperation) => {
      const { probe } = anHttpWorld(
        async ({ url, events }) => {
          events.note(ended(url, { error: 'NS_ERROR_NET_RESET', ...seen }));
          throw new TypeError('NetworkError when attempting to fetch resource.');
        },
        noTimings,
        classifyFirefoxFailure,
        wasSent,
      );

      expect(await probe(aRequest())).toMatchObject({
        failure: 'connection_reset',
        failedOperation,
        valid: true,
      });
    },
  );

  it('is invalid if something else aborted it', async () => {
    const { probe } = anHttpWorld(async ({ url, events }) => {
      events.note(ended(url, { error: 'net::ERR_ABORTED' }));
      throw new TypeError('Failed to fetch');
    });

    expect(await probe(aRequest())).toMatchObject({
      failure: 'unknown_failure: net::ERR_ABORTED',
      browserError: 'net::ERR_ABORTED',
      valid: false,
    });
  });

  it.each([
    ['NS_ERROR_UNKNOWN_HOST', 'socks', false],
    ['NS_ERROR_CONNECTION_REFUSED', 'socks', false],
    ['NS_ERROR_NET_TIMEOUT', 'socks', false],
    ['NS_ERROR_NET_RESET', 'socks', true],
    ['NS_ERROR_UNKNOWN_HOST', null, true],
  ] as const)('by %s behind a proxy (%s) counts: %s', async (error, proxy, valid) => {
    const respond: Parameters<typeof anHttpWorld>[0] = async ({ url, events }) => {
      events.note(ended(url, { error, proxy }));
      throw new TypeError('Failed to fetch');
    };
    const { probe } = anHttpWorld(respond, noTimings, classifyFirefoxFailure);

    expect(await probe(aRequest())).toMatchObject({ browserError: error, valid });
  });

  it('is invalid if the browser reports nothing', async () => {
    vi.useFakeTimers();
    const { probe } = anHttpWorld(async () => {
      throw new TypeError('Failed to fetch');
    });

    const pending = probe(aRequest());
    await vi.runAllTimersAsync();
    vi.useRealTimers();

    expect(await pending).toMatchObject({
      failure: 'unknown_failure',
      browserError: null,
      valid: false,
    });
  });

  it('keeps the status and the bytes before a cut', async () => {
    const { probe } = anHttpWorld(async ({ url, events }) => {
      events.note({ url, statusCode: 200, final: false });
      return new Response(
        aBodyThatEnds('hel', (stream) => {
          events.note(ended(url, { error: 'net::ERR_CONTENT_LENGTH_MISMATCH' }));
          stream.error(new TypeError('network error'));
        }),
      );
    });

    expect(await probe(aRequest())).toMatchObject({
      failure: 'eof_error',
      failedOperation: 'read',
      httpStatus: 200,
      bytes: 3,
      valid: true,
    });
  });

  it('fails while reading if a code without a step follows the answer', async () => {
    const { probe } = anHttpWorld(async ({ url, events }) => {
      events.note({ url, statusCode: 200, final: false });
      return new Response(
        aBodyThatEnds('hel', (stream) => {
          events.note(ended(url, { error: 'net::ERR_CONNECTION_RESET' }));
          stream.error(new TypeError('network error'));
        }),
      );
    });

    expect(await probe(aRequest())).toMatchObject({
      failure: 'connection_reset',
      failedOperation: 'read',
    });
  });
});

describe('an OPTIONS request', () => {
  /** @param asks whether the browser asks for the body before the failure */
  async function failing(error: string, asks: boolean) {
    const { probe, fetched } = anHttpWorld(async ({ url, init, events }) => {
      if (asks) await new Response(init.body).bytes();
      events.note(ended(url, { error }));
      throw new TypeError('Failed to fetch');
    });
    const seen = await probe(aRequest({ method: 'OPTIONS' }));
    return { ...seen, init: fetched[0]?.init };
  }

  it('has an empty body that the browser has to ask for', async () => {
    const { init } = await failing('net::ERR_CONNECTION_RESET', false);

    expect(init).toMatchObject({ method: 'OPTIONS', duplex: 'half', credentials: 'omit' });
    expect(await new Response(init?.body).bytes()).toHaveLength(0);
  });

  it.each([
    ['net::ERR_CONNECTION_RESET', 'connection_reset', false, null],
    ['net::ERR_CONNECTION_RESET', 'connection_reset', true, 'http_round_trip'],
    ['net::ERR_CONNECTION_CLOSED', 'eof_error', true, 'http_round_trip'],
    ['net::ERR_CONNECTION_REFUSED', 'connection_refused', false, 'connect'],
  ])('that fails with %s tells the step', async (error, failure, asks, failedOperation) => {
    expect(await failing(error, asks)).toMatchObject({ failure, failedOperation, valid: true });
  });

  it('tells the step of a silence, too', async () => {
    const { probe } = anHttpWorld(async ({ init }) => {
      await new Response(init.body).bytes();
      return rejectWhenAborted(init.signal);
    });

    expect(await probe(aRequest({ method: 'OPTIONS', timeoutMs: 20 }))).toMatchObject({
      failure: 'generic_timeout_error',
      failedOperation: 'http_round_trip',
    });
  });

  it.each(['ALPN_NEGOTIATION_FAILED', 'H2_OR_QUIC_REQUIRED'])(
    'is no evidence of a server without HTTP/2 (%s)',
    async (code) => {
      const seen = await failing(`net::ERR_${code}`, false);

      expect(seen).toMatchObject({ failedOperation: null, valid: false });
      expect(onlyHttp1Failures).toContain(seen.failure);
    },
  );
});
