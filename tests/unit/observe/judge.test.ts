import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../../lib/observe/evidence.ts';
import { recordablePart } from '../../../lib/observe/http.ts';
import {
  isHostReached,
  judgeControl,
  judgeSocket,
  judgeTarget,
} from '../../../lib/observe/judge.ts';
import { aControl, aTarget } from '../../helpers/catalog.ts';
import {
  aFailedObservation,
  aHiddenFailure,
  anObservation,
  aSocketObservation,
  bytesOf,
} from '../../helpers/observations.ts';

const target = aTarget();
const untrusted = aFailedObservation({
  failure: 'ssl_unknown_authority',
  failedOperation: 'tls_handshake',
  browserError: 'net::ERR_CERT_AUTHORITY_INVALID',
});

describe('a target', () => {
  it.each([200, 204, 301, 302, 400, 401, 403, 404, 405, 429, 450, 499])(
    'is reached by an answer with the status %i',
    (httpStatus) => {
      const attempt = judgeTarget(target, anObservation({ httpStatus }));

      expect(attempt).toMatchObject({ ok: true, failure: null });
    },
  );

  it.each([451, 500, 502, 503, 521, 599])(
    'is not reached by an answer with the status %i',
    (httpStatus) => {
      const attempt = judgeTarget(target, anObservation({ httpStatus }));

      expect(attempt).toMatchObject({
        ok: false,
        httpStatus,
        failure: 'http_request_failed',
        failedOperation: 'http_round_trip',
        valid: true,
      });
    },
  );

  it.each([
    'net::ERR_INVALID_HTTP_RESPONSE',
    'net::ERR_HTTP2_PROTOCOL_ERROR',
    'net::ERR_RESPONSE_HEADERS_TRUNCATED',
    'net::ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH',
    'net::ERR_HTTP2_SERVER_REFUSED_STREAM',
    'net::ERR_HTTP2_COMPRESSION_ERROR',
    'net::ERR_HTTP2_INADEQUATE_TRANSPORT_SECURITY',
    'net::ERR_HTTP_1_1_REQUIRED',
    'net::ERR_INVALID_CHUNKED_ENCODING',
    'net::ERR_CONTENT_DECODING_FAILED',
    'net::ERR_CONTENT_DECODING_INIT_FAILED',
    'NS_ERROR_PARSING_HTTP_STATUS_LINE',
    'NS_ERROR_NET_HTTP2_SENT_GOAWAY',
    'NS_ERROR_NET_HTTP3_PROTOCOL_ERROR',
    'NS_ERROR_CORRUPTED_CONTENT',
    'NS_ERROR_INVALID_CONTENT_ENCODING',
  ])('is reached by whatever its server says after the handshake: %s', (browserError) => {
    const failure = `unknown_failure: ${browserError}`;
    const malformed = aFailedObservation({
      failure,
      failedOperation: 'http_round_trip',
      browserError,
    });
    const plain = aTarget({ kind: 'http', urls: ['http://93.184.216.34/'] });

    expect(judgeTarget(target, malformed)).toMatchObject({ ok: true, failure });
    expect(judgeTarget(target, { ...malformed, valid: false }).ok).toBe(false);
    expect(judgeTarget(plain, malformed).ok).toBe(false);
  });

  it('is not reached by an error of which it is not known that its server spoke', () => {
    const browserError = 'net::ERR_SOMETHING_NEW';
    const failure = `unknown_failure: ${browserError}`;
    const unclear = aFailedObservation({
      failure,
      failedOperation: 'http_round_trip',
      browserError,
    });

    expect(judgeTarget(target, unclear).ok).toBe(false);
  });

  it('is cut off, without TLS, where the connection ends without an answer', () => {
    const seen = aFailedObservation({ failure: 'eof_error', failedOperation: 'http_round_trip' });
    const plain = aTarget({ kind: 'http', urls: ['http://93.184.216.34/'] });

    expect(evidenceOf({ n: 1, ...judgeTarget(plain, seen) })).toBe('broken-off');
    expect(evidenceOf({ n: 1, ...judgeTarget(target, seen) })).toBe('hang-up');
  });

  it('is reached by a redirect whose status the browser hides', () => {
    expect(judgeTarget(target, anObservation({ httpStatus: null })).ok).toBe(true);
  });

  it('is not reached by an invalid attempt', () => {
    const silent = anObservation({ httpStatus: null, valid: false });

    expect(judgeTarget(target, silent).ok).toBe(false);
  });

  it('is not reached by a failure, which is kept unchanged', () => {
    const recorded = recordablePart(aFailedObservation());

    expect(judgeTarget(target, aFailedObservation())).toEqual({ ...recorded, ok: false });
  });

  it('is reached with or without its marker in the body', () => {
    const marked = aTarget({ rule: 'marker', contains: 'gateway' });

    expect(judgeTarget(marked, anObservation({ body: bytesOf('else') })).ok).toBe(true);
  });

  it('is not reached by headers alone if it is a transfer', () => {
    const cut = anObservation({ httpStatus: 206, failure: 'connection_reset' });

    expect(judgeTarget(aTarget({ kind: 'download' }), cut).ok).toBe(false);
    expect(judgeTarget(target, cut).ok).toBe(true);
  });

  it('does not keep the body', () => {
    expect(judgeTarget(target, anObservation())).not.toHaveProperty('body');
  });
});

describe('an untrusted certificate', () => {
  const own = aTarget({ authority: 'own_ca' });

  it('reaches a target with its own authority', () => {
    const attempt = judgeTarget(own, untrusted);

    expect(attempt).toMatchObject({ ok: true, failure: 'ssl_unknown_authority', valid: true });
  });

  it.each(['own_ca', 'national_ca'] as const)('reaches a target marked %s', (authority) => {
    expect(judgeTarget(aTarget({ authority }), untrusted).ok).toBe(true);
    const socket = aTarget({ kind: 'websocket', authority });

    expect(judgeTarget(socket, untrusted).ok).toBe(true);
  });

  it('reaches a WebSocket of such a target, where the browser shows the reason', () => {
    const { failure, failedOperation, browserError } = untrusted;
    const seen = aSocketObservation({ failure, failedOperation, browserError, httpStatus: null });

    expect(judgeSocket(seen, null, { authority: 'national_ca' }).ok).toBe(true);
    expect(judgeSocket(seen, null).ok).toBe(false);
  });

  it.each([
    'net::ERR_CERT_KNOWN_INTERCEPTION_BLOCKED',
    'Your connection is being intercepted by a TLS proxy. Uninstall it if possible or configure your device to trust its root certificate.',
  ])('reaches nothing where the browser knows that it intercepts: %s', (browserError) => {
    expect(judgeTarget(own, { ...untrusted, browserError }).ok).toBe(false);
  });

  it('does not reach any other target', () => {
    expect(judgeTarget(target, untrusted).ok).toBe(false);
  });

  it.each(['ssl_invalid_hostname', 'ssl_invalid_certificate', 'ssl_failed_handshake'])(
    'differs from %s',
    (failure) => {
      expect(judgeTarget(own, { ...untrusted, failure }).ok).toBe(false);
    },
  );
});

describe('an answer in plain HTTP', () => {
  const plain = aTarget({ kind: 'http', votes: false });
  const page = { body: bytesOf('<title>Federal block</title>') };

  it.each([200, 301, 404, 500, 503])('shows that the path is open: %i', (httpStatus) => {
    expect(judgeTarget(plain, anObservation({ httpStatus })).ok).toBe(true);
  });

  it.each([
    ['a 451', { httpStatus: 451 }, 'http_request_failed'],
    ['a block page', page, 'unknown_failure: block page <title>Federal block</title>'],
  ])('does not show that if it is %s', (_case, seen, failure) => {
    expect(judgeTarget(plain, anObservation(seen))).toMatchObject({ ok: false, failure });
  });

  it.each([
    ['leads to it', 'filter-redirect', { redirectUrl: 'https://block.opendns.com/?url=1' }],
    ['contains it', 'filter-page', { body: bytesOf('href="https://block.opendns.com/?url=1"') }],
  ])('is of a filtering resolver if it %s', (_case, evidence, seen) => {
    const attempt = judgeTarget(plain, anObservation(seen));

    expect(evidenceOf({ n: 1, ...attempt })).toBe(evidence);
  });

  it.each(['http://10.0.0.1/php/urlblock.php?args=1', 'http://block.opendns.com.example/'])(
    'is anyone’s if it leads to what a provider may have as well, or to a name alike: %s',
    (redirectUrl) => {
      const attempt = judgeTarget(plain, anObservation({ redirectUrl }));

      expect(evidenceOf({ n: 1, ...attempt })).toBe('foreign-answer');
    },
  );

  it('counts with any status on a target with a vote', () => {
    const voting = aTarget({ kind: 'http' });

    expect(judgeTarget(voting, anObservation({ httpStatus: 451 })).ok).toBe(true);
  });
});

describe('who answers in plain HTTP', () => {
  const own = ['chat.example', 'chat.test'];
  const pool = aTarget({ kind: 'http', urls: ['http://192.0.2.1/'] });
  const name = aTarget({ kind: 'http', votes: false });
  const headers = {
    server: null,
    type: null,
    length: null,
    byProxy: false,
    ofProxy: false,
    challenges: false,
  };
  const nginx = { ...headers, server: 'nginx/1.18.0' };

  it.each([200, 404, 451, 503, 504])('is a data centre that names its server: %i', (httpStatus) => {
    expect(judgeTarget(pool, anObservation({ httpStatus, headers: nginx }), own).ok).toBe(true);
  });

  it.each(['https://core.chat.test/', 'http://192.0.2.1/apiw'])(
    'is the service that redirects to its own: %s',
    (redirectUrl) => {
      const seen = anObservation({ httpStatus: 302, redirectUrl, headers });

      expect(judgeTarget(pool, seen, own).ok).toBe(true);
    },
  );

  it.each([
    ['an unknown server', pool, { headers }],
    ['another server', pool, { headers: { ...headers, server: 'squid/5.7' } }],
    ['a redirect elsewhere', pool, { redirectUrl: 'http://portal.example/', headers: nginx }],
    ['a redirect to a name alike', pool, { redirectUrl: 'http://not-chat.example/', headers }],
    ['an answer without a redirect for a name', name, { headers: nginx }],
  ])('is not the service: %s', (_case, asked, seen) => {
    const attempt = judgeTarget(asked, anObservation(seen), own);

    expect(attempt).toMatchObject({ ok: false, valid: true });
    expect(evidenceOf({ n: 1, ...attempt })).toBe('foreign-answer');
  });

  it('shows nothing where a proxy answers', () => {
    const byProxy = { ...nginx, byProxy: true };
    const attempt = judgeTarget(pool, anObservation({ httpStatus: 504, headers: byProxy }), own);

    expect(attempt).toMatchObject({ ok: false, valid: false });
  });

  it('is the service by its redirect, although a proxy passed it on', () => {
    const seen = {
      redirectUrl: 'https://web.chat.example/',
      headers: { ...headers, byProxy: true },
    };

    expect(judgeTarget(name, anObservation(seen), own).ok).toBe(true);
  });
});

describe('a server error over TLS', () => {
  const headers = {
    server: 'squid/5.7',
    type: 'text/html',
    length: null,
    byProxy: true,
    ofProxy: true,
    challenges: false,
  };
  const judge = (overrides: Partial<typeof headers>, httpStatus = 504) =>
    judgeTarget(target, anObservation({ httpStatus, headers: { ...headers, ...overrides } }));

  it('shows nothing of the service where a gateway that opens TLS gave it', () => {
    expect(judge({})).toMatchObject({ ok: false, valid: false });
  });

  it('is the service’s where a content network passed it on', () => {
    expect(judge({ ofProxy: false })).toMatchObject({ ok: false, valid: true });
  });

  it('is none where the gateway passed an answer on', () => {
    expect(judge({}, 403)).toMatchObject({ ok: true, valid: true });
  });
});

describe('a challenge', () => {
  const challenges = {
    server: null,
    type: null,
    length: null,
    byProxy: false,
    ofProxy: false,
    challenges: true,
  };

  it('is an answer, whatever its status', () => {
    const seen = { httpStatus: 503, headers: challenges };

    expect(judgeTarget(target, anObservation(seen))).toMatchObject({ ok: true, failure: null });
    expect(judgeSocket(aSocketObservation(seen), null)).toMatchObject({ ok: true });
  });

  it('does not lift a legal refusal', () => {
    expect(judgeTarget(target, anObservation({ httpStatus: 451, headers: challenges })).ok).toBe(
      false,
    );
  });
});

describe('a control', () => {
  it.each([
    [true, 'domestic'],
    [false, 'foreign'],
    [false, 'portal'],
    [false, 'dns'],
  ] as const)(
    'is reached: %s by a certificate of an unknown authority if it is %s',
    (ok, group) => {
      expect(judgeControl(aControl({ group }), untrusted)).toBe(ok);
    },
  );

  const portal = aControl({ group: 'portal', status: 200, contains: 'success' });

  it.each([
    [true, 'answers as expected', { body: bytesOf('success\n') }],
    [false, 'answers with another body', { body: bytesOf('<html>Log in</html>') }],
    [false, 'answers with another status', { httpStatus: 302, body: bytesOf('success') }],
    [false, 'fails', { httpStatus: null, failure: 'connection_reset' }],
  ])('is reached: %s if a portal control %s', (ok, _case, seen) => {
    expect(judgeControl(portal, anObservation(seen))).toBe(ok);
  });

  it.each([
    [true, 404],
    [false, 451],
    [false, 503],
  ])('is reached: %s by the status %i', (ok, httpStatus) => {
    expect(judgeControl(aControl(), anObservation({ httpStatus }))).toBe(ok);
  });
});

describe('a WebSocket', () => {
  it('is reached if it opens', () => {
    const attempt = judgeSocket(aSocketObservation(), null);

    expect(attempt).toMatchObject({ ok: true, httpStatus: 101, failure: null });
    expect(attempt).not.toHaveProperty('hidden');
  });

  it.each([302, 400, 403, 404, 426, 429])('is reached if it is refused with %i', (httpStatus) => {
    expect(judgeSocket(aSocketObservation({ httpStatus }), null).ok).toBe(true);
  });

  it.each([451, 500, 503])('is not reached if it is refused with %i', (httpStatus) => {
    expect(judgeSocket(aSocketObservation({ httpStatus }), null)).toMatchObject({
      ok: false,
      failure: 'http_request_failed',
      failedOperation: 'http_round_trip',
    });
  });

  it('is not reached if it opens and stays silent', () => {
    const dead = aSocketObservation({
      failure: 'generic_timeout_error',
      failedOperation: 'read',
    });

    expect(judgeSocket(dead, null)).toMatchObject({ ok: false, valid: true, httpStatus: 101 });
  });

  it('is reached if it does not open but its host answers', () => {
    const attempt = judgeSocket(aHiddenFailure(), anObservation({ httpStatus: 404 }));

    expect(attempt).toMatchObject({
      ok: true,
      valid: true,
      httpStatus: 404,
      browserError: 'net::ERR_FAILED',
    });
  });

  it('tells where its host leads, other than to a domain of the service', () => {
    const lead = anObservation({ httpStatus: 302, redirectUrl: 'https://login.example.com/' });
    const own = ['chat.example'];

    expect(judgeSocket(aHiddenFailure(), lead, { own })).toMatchObject({
      ok: true,
      elsewhere: 'redirect login.example.com',
    });
    expect(
      judgeSocket(aHiddenFailure(), { ...lead, redirectUrl: 'https://chat.example/' }, { own }),
    ).not.toHaveProperty('elsewhere');
  });

  it('is not reached if it times out, although its host answers', () => {
    const silent = aHiddenFailure({
      failure: 'generic_timeout_error',
      browserError: null,
      valid: true,
    });

    expect(judgeSocket(silent, anObservation())).toMatchObject({
      ok: false,
      valid: true,
      failure: 'generic_timeout_error',
      httpStatus: null,
    });
  });
});

describe('the host of a WebSocket', () => {
  it.each([200, 302, 404, 426, 500, 503])(
    'is reached by an answer with the status %i',
    (status) => {
      expect(isHostReached(anObservation({ httpStatus: status }))).toBe(true);
    },
  );

  it.each([
    ['it refuses for legal reasons', anObservation({ httpStatus: 451 })],
    ['a block page answers', anObservation({ redirectUrl: 'http://warning.rt.ru/' })],
    ['it fails', aFailedObservation()],
    ['the attempt is invalid', anObservation({ httpStatus: null, valid: false })],
  ])('is not reached if %s', (_case, host) => {
    expect(isHostReached(host)).toBe(false);
  });
});
