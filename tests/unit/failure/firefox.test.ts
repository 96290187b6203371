import { describe, expect, it } from 'vitest';
import { certificateFlaw, firefoxClassifier } from '../../../lib/failure/firefox.ts';
import { certificateSentences } from '../../../lib/failure/firefox-sentences.ts';
import type { FailedOperation } from '../../../lib/model/attempt.ts';

const classify = firefoxClassifier('en-US');

describe('what a code of Firefox says', () => {
  it.each<[string, string, FailedOperation | null]>([
    ['NS_ERROR_UNKNOWN_HOST', 'unknown_failure: NS_ERROR_UNKNOWN_HOST', 'resolve'],
    [
      'NS_ERROR_DEFINITIVE_UNKNOWN_HOST',
      'unknown_failure: NS_ERROR_DEFINITIVE_UNKNOWN_HOST',
      'resolve',
    ],
    ['NS_ERROR_CONNECTION_REFUSED', 'unknown_failure: NS_ERROR_CONNECTION_REFUSED', 'connect'],
    ['NS_ERROR_NET_RESET', 'connection_reset', null],
    ['NS_ERROR_NET_INTERRUPT', 'eof_error', null],
    ['NS_ERROR_NET_TIMEOUT', 'generic_timeout_error', null],
    ['NS_ERROR_NET_TIMEOUT_EXTERNAL', 'generic_timeout_error', null],
    ['NS_ERROR_NET_EMPTY_RESPONSE', 'eof_error', 'http_round_trip'],
    ['NS_ERROR_PARSING_HTTP_STATUS_LINE', 'http_invalid_response', 'http_round_trip'],
    ['NS_ERROR_NET_HTTP2_SENT_GOAWAY', 'http_invalid_response', 'http_round_trip'],
    ['NS_ERROR_NET_HTTP3_PROTOCOL_ERROR', 'http_invalid_response', 'http_round_trip'],
    ['NS_ERROR_CORRUPTED_CONTENT', 'http_invalid_response', 'http_round_trip'],
    ['NS_ERROR_INVALID_CONTENT_ENCODING', 'http_invalid_response', 'read'],
    ['NS_ERROR_NET_PARTIAL_TRANSFER', 'eof_error', 'read'],
    ['NS_ERROR_NET_INADEQUATE_SECURITY', 'ssl_failed_handshake', 'tls_handshake'],
    ['NS_ERROR_SOMETHING_NEW', 'unknown_failure: NS_ERROR_SOMETHING_NEW', null],
  ])('is for %s that %s happened, at the step %s', (code, failure, operation) => {
    expect(classify(code)).toEqual({ failure, operation, valid: true });
  });

  it.each([
    'NS_BINDING_ABORTED',
    'NS_ERROR_ABORT',
    'NS_ERROR_DOM_ABORT_ERR',
    'NS_ERROR_OFFLINE',
    'NS_ERROR_UNKNOWN_PROXY_HOST',
    'NS_ERROR_DOCUMENT_NOT_CACHED',
    'NS_ERROR_BLOCKED_BY_POLICY',
    'NS_ERROR_CONTENT_BLOCKED',
    'NS_ERROR_TRACKING_URI',
    'NS_ERROR_PHISHING_URI',
    'NS_ERROR_DOM_BAD_URI',
    'NS_ERROR_LOCAL_NETWORK_ACCESS_DENIED',
    'NS_ERROR_PORT_ACCESS_NOT_ALLOWED',
    'NS_ERROR_HTTPS_ONLY',
    'NS_ERROR_DNS_LOOKUP_QUEUE_FULL',
    'NS_ERROR_DOCUMENT_NOT_CACHED',
    'NS_ERROR_OUT_OF_MEMORY',
    'NS_ERROR_SOCKET_CREATE_FAILED',
    'NS_ERROR_FAILURE',
    'NS_ERROR_HTTP2_FALLBACK_TO_HTTP1',
    'NS_ERROR_UNKNOWN_PROXY_HOST',
    'NS_ERROR_PROXY_CONNECTION_REFUSED',
    'NS_ERROR_PROXY_AUTHENTICATION_FAILED',
    'NS_ERROR_PROXY_UNAVAILABLE_FOR_LEGAL_REASONS',
  ])('is for %s nothing about the network', (code) => {
    expect(classify(code)).toEqual({
      failure: `unknown_failure: ${code}`,
      operation: null,
      valid: false,
    });
  });

  it('is for a name that is unknown after long no more than that nobody answered', () => {
    expect(classify('NS_ERROR_UNKNOWN_HOST', 4_900).operation).toBe('resolve');
    expect(classify('NS_ERROR_UNKNOWN_HOST', 5_290)).toEqual({
      failure: 'generic_timeout_error',
      operation: null,
      valid: true,
    });
  });

  it('is never more for a name than that looking it up failed, nor for a refusal', () => {
    expect(classify('NS_ERROR_UNKNOWN_HOST').failure).not.toContain('nxdomain');
    expect(classify('NS_ERROR_CONNECTION_REFUSED').failure).not.toMatch(/^connection_refused/);
  });
});

describe('what a sentence of Firefox says', () => {
  it.each([
    ['Peer’s Certificate issuer is not recognized.', 'ssl_unknown_authority'],
    ['Peer’s Certificate issuer is not recognised.', 'ssl_unknown_authority'],
    ['Издатель сертификата узла не распознан.', 'ssl_unknown_authority'],
    ['The certificate is not trusted because it is self-signed.', 'ssl_unknown_authority'],
    ['К сертификату нет доверия, так как он является самоподписанным.', 'ssl_unknown_authority'],
    [
      'Unable to communicate securely with peer: requested domain name does not match the server’s certificate.',
      'ssl_invalid_hostname',
    ],
    [
      'Не удалось установить защищённое соединение с этим узлом: запрошенное имя домена не соответствует указанному в сертификате сервера.',
      'ssl_invalid_hostname',
    ],
    ['Peer’s Certificate has expired.', 'ssl_invalid_certificate'],
    ['Сертификат узла истёк.', 'ssl_invalid_certificate'],
    ['The server presented a certificate that is not yet valid.', 'ssl_invalid_certificate'],
    ['Сертификат узла был отозван.', 'ssl_invalid_certificate'],
    ['Peer’s Certificate has been revoked.', 'ssl_invalid_certificate'],
    ['SSL peer has no certificate for the requested DNS name.', 'ssl_failed_handshake'],
    ['SSL-узел не имеет сертификата для запрошенного DNS-имени.', 'ssl_failed_handshake'],
    ['SSL received a record that exceeded the maximum permissible length.', 'ssl_failed_handshake'],
  ])('is for "%s" that %s happened in the handshake', (sentence, failure) => {
    expect(classify(sentence)).toEqual({ failure, operation: 'tls_handshake', valid: true });
  });

  it('is the same with another apostrophe and without its full stop', () => {
    expect(classify("Peer's Certificate has expired").failure).toBe('ssl_invalid_certificate');
  });

  it.each(['de', 'uk-UA', 'fr', 'rue'])(
    'is nothing in a language we cannot read: %s',
    (language) => {
      const sentence = 'Dem Zertifikat der Gegenstelle wird nicht vertraut.';

      expect(firefoxClassifier(language)(sentence)).toEqual({
        failure: 'ssl_failed_handshake',
        operation: 'tls_handshake',
        valid: false,
      });
    },
  );

  it('is read in whatever language, where the sentence is known', () => {
    expect(firefoxClassifier('de')('Peer’s Certificate has expired.').valid).toBe(true);
  });
});

describe('the table of sentences', () => {
  const all = Object.values(certificateSentences).flatMap((names) => Object.entries(names));

  it.each(all)('has %s in English and in Russian', (_name, sentences) => {
    expect(sentences.some((sentence) => /^[A-Za-z]/.test(sentence))).toBe(true);
    expect(sentences.some((sentence) => /^[А-Яа-яЁё]/.test(sentence))).toBe(true);
  });

  it('has no sentence under two names', () => {
    const sentences = all.flatMap(([, texts]) => texts);

    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('tells what a certificate lacks, and that other sentences speak of none', () => {
    expect(certificateFlaw('Сертификат, полученный от сервера, ещё не действителен.')).toBe('date');
    expect(certificateFlaw('NS_ERROR_NET_RESET')).toBeNull();
  });
});

describe('an unknown name', () => {
  it.each([
    [4_999, 'unknown_failure: NS_ERROR_UNKNOWN_HOST', 'resolve'],
    [5_000, 'generic_timeout_error', null],
  ])('is after %d ms %s', (afterMs, failure, operation) => {
    expect(classify('NS_ERROR_UNKNOWN_HOST', afterMs)).toEqual({ failure, operation, valid: true });
  });

  it('alone may be a connection that was given up', () => {
    expect(classify('NS_ERROR_NET_RESET', 20_000).failure).toBe('connection_reset');
  });
});

describe('a sentence of another version', () => {
  it.each([
    "Peer's Certificate has expired.",
    'Peer’s certificate has expired',
    'PEER’S  CERTIFICATE has\nexpired. ',
  ])('means the same: %j', (sentence) => {
    expect(certificateFlaw(sentence)).toBe('date');
  });

  it('in a language whose name only ends in one that can be read is not read', () => {
    const unknown = 'Etwas anderes ging schief';

    expect(firefoxClassifier('x-en')(unknown).valid).toBe(false);
    expect(firefoxClassifier('en')(unknown).valid).toBe(true);
  });
});
