import { describe, expect, it } from 'vitest';
import { certificateFlaw, firefoxClassifier } from '../../../lib/failure/firefox.ts';
import { certificateSentences } from '../../../lib/failure/firefox-sentences.ts';
import type { FailedOperation } from '../../../lib/model/attempt.ts';

const classify = firefoxClassifier('en-US');

describe('the classifier of Firefox’s codes', () => {
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
  ])('maps %s to %s at the step %s', (code, failure, operation) => {
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
  ])('treats %s as no evidence', (code) => {
    expect(classify(code)).toEqual({
      failure: `unknown_failure: ${code}`,
      operation: null,
      valid: false,
    });
  });

  it('maps an unknown name after a long wait to a timeout', () => {
    expect(classify('NS_ERROR_UNKNOWN_HOST', 4_900).operation).toBe('resolve');
    expect(classify('NS_ERROR_UNKNOWN_HOST', 5_290)).toEqual({
      failure: 'generic_timeout_error',
      operation: null,
      valid: true,
    });
  });

  it('names no DNS failure for a failed lookup, and no refusal for a failed connection', () => {
    expect(classify('NS_ERROR_UNKNOWN_HOST').failure).not.toContain('nxdomain');
    expect(classify('NS_ERROR_CONNECTION_REFUSED').failure).not.toMatch(/^connection_refused/);
  });
});

describe('the classifier of Firefox’s sentences', () => {
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
  ])('maps "%s" to %s in the handshake', (sentence, failure) => {
    expect(classify(sentence)).toEqual({ failure, operation: 'tls_handshake', valid: true });
  });

  it('ignores the kind of apostrophe and a missing full stop', () => {
    expect(classify("Peer's Certificate has expired").failure).toBe('ssl_invalid_certificate');
  });

  it.each(['de', 'uk-UA', 'fr', 'rue'])(
    'treats an unknown sentence as invalid in an unreadable language: %s',
    (language) => {
      const sentence = 'Dem Zertifikat der Gegenstelle wird nicht vertraut.';

      expect(firefoxClassifier(language)(sentence)).toEqual({
        failure: 'ssl_failed_handshake',
        operation: 'tls_handshake',
        valid: false,
      });
    },
  );

  it('reads a known sentence in any language of the browser', () => {
    expect(firefoxClassifier('de')('Peer’s Certificate has expired.').valid).toBe(true);
  });
});

describe('the table of sentences', () => {
  const all = Object.values(certificateSentences).flatMap((names) => Object.entries(names));

  it.each(all)('has %s in English and Russian', (_name, sentences) => {
    expect(sentences.some((sentence) => /^[A-Za-z]/.test(sentence))).toBe(true);
    expect(sentences.some((sentence) => /^[А-Яа-яЁё]/.test(sentence))).toBe(true);
  });

  it('has each sentence under one name', () => {
    const sentences = all.flatMap(([, texts]) => texts);

    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('gives the flaw of a certificate, and none for other sentences', () => {
    expect(certificateFlaw('Сертификат, полученный от сервера, ещё не действителен.')).toBe('date');
    expect(certificateFlaw('NS_ERROR_NET_RESET')).toBeNull();
  });
});

describe('an unknown name', () => {
  it.each([
    [4_999, 'unknown_failure: NS_ERROR_UNKNOWN_HOST', 'resolve'],
    [5_000, 'generic_timeout_error', null],
  ])('after %d ms is %s', (afterMs, failure, operation) => {
    expect(classify('NS_ERROR_UNKNOWN_HOST', afterMs)).toEqual({ failure, operation, valid: true });
  });

  it('is the only code that may stand for an abandoned connection', () => {
    expect(classify('NS_ERROR_NET_RESET', 20_000).failure).toBe('connection_reset');
  });
});

describe('a sentence of another version', () => {
  it.each([
    "Peer's Certificate has expired.",
    'Peer’s certificate has expired',
    'PEER’S  CERTIFICATE has\nexpired. ',
  ])('has the same meaning: %j', (sentence) => {
    expect(certificateFlaw(sentence)).toBe('date');
  });

  it('is not read in a language whose tag only ends like a readable one', () => {
    const unknown = 'Etwas anderes ging schief';

    expect(firefoxClassifier('x-en')(unknown).valid).toBe(false);
    expect(firefoxClassifier('en')(unknown).valid).toBe(true);
  });
});
