import { afterEach, describe, expect, it, vi } from 'vitest';
import { classifyFirefoxFailure } from '../../../lib/failure/firefox.ts';
import { noTimings } from '../../../lib/probe/timings.ts';
import {
  aBodyThatEnds,
  anHttpWorld,
  aRequest,
  ended,
  rejectWhenAborted,
} from '../../helpers/http-world.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** The probe's own time limit, which the test expires by hand. */
function aTimeLimit() {
  const limit = new AbortController();
  const startLimit = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
  return { limit, startLimit };
}

describe('an HTTP attempt that takes too long', () => {
  it('is a valid timeout at no layer, without the code of our own abort', async () => {
    const { limit, startLimit } = aTimeLimit();
    const { probe } = anHttpWorld(async ({ url, init, events }) => {
      const silence = rejectWhenAborted(init.signal);
      limit.abort(new DOMException('signal timed out', 'TimeoutError'));
      events.note(ended(url, { error: 'net::ERR_ABORTED' }));
      return silence;
    });

    const observation = await probe(aRequest({ timeoutMs: 3500 }));

    expect(startLimit).toHaveBeenCalledWith(3500);
    expect(observation).toMatchObject({
      failure: 'generic_timeout_error',
      failedOperation: null,
      browserError: null,
      httpStatus: null,
      valid: true,
    });
  });

  it('is at no layer in Firefox either, though the request was sent: early data may have been', async () => {
    const { limit } = aTimeLimit();
    const { probe } = anHttpWorld(
      async ({ init }) => {
        const silence = rejectWhenAborted(init.signal);
        limit.abort(new DOMException('signal timed out', 'TimeoutError'));
        return silence;
      },
      noTimings,
      classifyFirefoxFailure,
      true,
    );

    expect(await probe(aRequest())).toMatchObject({
      failure: 'generic_timeout_error',
      failedOperation: null,
    });
  });

  it('times out while reading a stalled body, and keeps its first bytes', async () => {
    const { limit } = aTimeLimit();
    const { probe } = anHttpWorld(async ({ url, events }) => {
      events.note({ url, statusCode: 200, final: false });
      return new Response(
        aBodyThatEnds('hel', (stream) => {
          limit.abort();
          events.note(ended(url, { error: 'net::ERR_ABORTED' }));
          stream.error(new DOMException('aborted', 'AbortError'));
        }),
      );
    });

    expect(await probe(aRequest())).toMatchObject({
      failure: 'generic_timeout_error',
      failedOperation: 'read',
      browserError: null,
      httpStatus: 200,
      bytes: 3,
    });
  });
});

describe('a round that is cancelled', () => {
  it('rejects its attempts and yields no observation', async () => {
    const round = new AbortController();
    const { probe } = anHttpWorld(({ url, init, events }) => {
      const silence = rejectWhenAborted(init.signal);
      events.note(ended(url, { error: 'net::ERR_ABORTED' }));
      round.abort(new Error('cancelled'));
      return silence;
    });

    await expect(probe(aRequest({ signal: round.signal }))).rejects.toThrow('cancelled');
  });
});
