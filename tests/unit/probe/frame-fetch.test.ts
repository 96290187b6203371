import { describe, expect, it } from 'vitest';
import { fetchInFrame } from '../../../lib/probe/frame-fetch.ts';

const request = { url: 'https://web.chat.example/#probe-1', method: 'HEAD' } as const;

/** A clock that moves a tenth of a second with each look. */
function aClock(): () => number {
  let ms = 0;
  return () => {
    ms += 100.4;
    return ms;
  };
}

describe('the request of a frame', () => {
  it('asks for nothing that would add a mark, and for no cache', async () => {
    const fetched: [unknown, RequestInit | undefined][] = [];
    const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
      fetched.push([input, init]);
      return new Response();
    };

    await fetchInFrame(request, { fetch, clock: aClock() });

    expect(fetched).toEqual([
      [
        request.url,
        {
          method: 'HEAD',
          mode: 'no-cors',
          redirect: 'follow',
          cache: 'no-store',
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
        },
      ],
    ]);
  });

  it.each([
    [true, async () => new Response()],
    [false, () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('is answered: %s', async (answered, fetch) => {
    const answer = await fetchInFrame(request, { fetch, clock: aClock() });

    expect(answer).toEqual({ answered, totalMs: 100 });
  });
});
