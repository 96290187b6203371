import { describe, expect, it } from 'vitest';
import { classifyChromiumFailure } from '../../../lib/failure/chromium.ts';
import { observeFreshly } from '../../../lib/observe/fresh.ts';
import type { Conversation } from '../../../lib/probe/converse.ts';
import type { RequestOutcome } from '../../../lib/probe/request-events.ts';
import { noTimings } from '../../../lib/probe/timings.ts';
import { dateAt } from '../../helpers/clock.ts';
import { aRequest } from '../../helpers/http-world.ts';

const complete: Conversation = {
  connected: false,
  answered: true,
  status: null,
  answeredBy: null,
  body: new Uint8Array(),
  received: 0,
  lastByteMs: null,
  ending: 'complete',
  totalMs: 90,
  timings: noTimings,
};
const failed: Conversation = { ...complete, answered: false, ending: 'failed' };

const unseen: RequestOutcome = {
  statusCode: null,
  remoteIp: null,
  headersAt: null,
  clockAheadMs: null,
  error: null,
  fromCache: false,
  redirectUrl: null,
  proxy: null,
};

function observe(conversation: Conversation, outcome: Partial<RequestOutcome>) {
  const exchange = { request: aRequest(), started: dateAt(0), conversation };
  return observeFreshly(
    { ...exchange, outcome: { ...unseen, ...outcome } },
    classifyChromiumFailure,
  );
}

describe('an exchange in a frame', () => {
  it('has the status and address of its events, and neither times nor bytes', () => {
    const headersAt = dateAt(0).getTime() + 80;

    const seen = observe(complete, { statusCode: 200, remoteIp: '203.0.113.7', headersAt });

    expect(seen).toMatchObject({
      httpStatus: 200,
      remoteIp: '203.0.113.7',
      failure: null,
      valid: true,
      totalMs: 90,
      protocol: null,
      dnsMs: null,
      connectMs: null,
      tlsMs: null,
      ttfbMs: null,
      bytes: null,
      reusedConnection: false,
    });
  });

  it.each([
    ['a redirect that was stopped', 302, 'net::ERR_BLOCKED_BY_CSP'],
    ['a redirect whose last event was lost', 302, null],
    ['a body that the browser withholds', 200, 'net::ERR_BLOCKED_BY_ORB'],
  ])('is an answer where it is %s', (_case, statusCode, error) => {
    const redirectUrl = statusCode === 302 ? 'https://other.example/' : null;

    const seen = observe(failed, { statusCode, redirectUrl, error });

    expect(seen).toMatchObject({ httpStatus: statusCode, failure: null, valid: true, redirectUrl });
    expect(seen.reusedConnection).toBe(false);
  });

  it('has the failure of its events', () => {
    const seen = observe(failed, { error: 'net::ERR_NAME_NOT_RESOLVED' });

    expect(seen).toMatchObject({ failedOperation: 'resolve', valid: true, reusedConnection: null });
  });

  it('is no evidence where the request was never made', () => {
    expect(observe(failed, {})).toMatchObject({ failure: 'unknown_failure', valid: false });
  });

  it('is silence where its time limit expired', () => {
    const seen = observe({ ...failed, ending: 'timeout' }, {});

    expect(seen).toMatchObject({ failure: 'generic_timeout_error', valid: true });
  });
});
