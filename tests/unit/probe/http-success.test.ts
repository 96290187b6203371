import { describe, expect, it, vi } from 'vitest';
import { noTimings } from '../../../lib/probe/timings.ts';
import { at } from '../../helpers/clock.ts';
import { anHttpWorld, answer, aRequest, ended } from '../../helpers/http-world.ts';
import { bytesOf } from '../../helpers/observations.ts';

const timings = { ...noTimings, protocol: 'h2', dnsMs: 5, ttfbMs: 80, reusedConnection: false };

describe('a successful HTTP attempt', () => {
  it('has everything that the browser reported', async () => {
    const { probe } = anHttpWorld(async ({ url, events }) => {
      events.note({ url, proxy: 'http', clockAheadMs: -2.5 * 86_400_000, final: false });
      events.note(ended(url, { statusCode: 200, remoteIp: '203.0.113.7', fromCache: false }));
      return new Response('hello');
    }, timings);

    const observation = await probe(aRequest({ method: 'GET' }));

    expect(observation).toEqual({
      startedAt: at(0),
      failure: null,
      failedOperation: null,
      browserError: null,
      httpStatus: 200,
      remoteIp: '203.0.113.7',
      remoteIpKind: 'proxy',
      ...timings,
      connectMs: null,
      tlsMs: null,
      totalMs: 1000,
      bytes: 5,
      freezeAtBytes: null,
      redirectUrl: null,
      proxy: 'http',
      clockAheadDays: -2,
      headers: null,
      valid: true,
      body: bytesOf('hello'),
    });
  });

  it('takes the first byte from the headers event if its timing is unreliable', async () => {
    const { probe } = anHttpWorld(
      async ({ url, events }) => {
        events.note({ url, headersAt: Date.parse(at(0)) + 1500, final: false });
        events.note(ended(url, { statusCode: 200 }));
        return new Response();
      },
      { ...timings, ttfbMs: null },
    );

    const observation = await probe(aRequest());

    expect(observation).toMatchObject({ dnsMs: 5, ttfbMs: 1500 });
  });

  it.each([
    [true, 'http', null],
    [true, null, true],
    [false, 'http', false],
  ] as const)(
    'that seems to reuse a connection (%s) behind a proxy (%s) did so: %s',
    async (...one) => {
      const [reusedConnection, proxy, expected] = one;
      const { probe } = anHttpWorld(
        async ({ url, events }) => {
          events.note(ended(url, { statusCode: 200, proxy }));
          return new Response();
        },
        { ...timings, reusedConnection },
      );

      expect((await probe(aRequest())).reusedConnection).toBe(expected);
    },
  );

  it('has the status of a redirect, which the browser hides from fetch', async () => {
    const { probe } = anHttpWorld(async ({ url, events }) => {
      events.note({ url, statusCode: 302, remoteIp: '203.0.113.7', final: false });
      events.note(ended(url, { error: 'net::ERR_ABORTED' }));
      return Response.error();
    });

    const observation = await probe(aRequest());

    expect(observation).toMatchObject({ httpStatus: 302, failure: null, valid: true });
  });

  it('has a null status, not 0, if the event is lost too', async () => {
    vi.useFakeTimers();
    const { probe } = anHttpWorld(async () => Response.error());

    const pending = probe(aRequest());
    await vi.runAllTimersAsync();
    vi.useRealTimers();

    expect(await pending).toMatchObject({ httpStatus: null, failure: null, valid: true });
  });

  it('is invalid if the answer came from a cache', async () => {
    const { probe } = anHttpWorld(async ({ url, events }) => {
      events.note(ended(url, { statusCode: 200, fromCache: true }));
      return new Response();
    });

    expect(await probe(aRequest())).toMatchObject({ httpStatus: 200, valid: false });
  });
});

describe('a request', () => {
  it('uses no credentials, cache or referrer, and follows no redirect', async () => {
    const { probe, fetched } = anHttpWorld(answer);

    await probe(aRequest({ method: 'POST' }));

    expect(fetched[0]?.init).toMatchObject({
      method: 'POST',
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    expect([...new Headers(fetched[0]?.init.headers)]).toEqual([]);
  });

  it('sends an accept header only if one is given', async () => {
    const { probe, fetched } = anHttpWorld(answer);

    await probe(aRequest({ accept: 'application/dns-message' }));

    expect([...new Headers(fetched[0]?.init.headers)]).toEqual([
      ['accept', 'application/dns-message'],
    ]);
  });

  it('differs by its fragment from other requests to the same URL', async () => {
    const { probe, fetched } = anHttpWorld(answer);

    await Promise.all([probe(aRequest()), probe(aRequest())]);

    const [one, other] = fetched.map(({ url }) => new URL(url));
    expect(one?.hash).not.toBe(other?.hash);
    expect(one?.href.replace(/#.*/, '')).toBe('https://web.chat.example/');
  });
});
