import { describe, expect, it } from 'vitest';
import type { Mechanism } from '../../../lib/model/mechanism.ts';
import { type Evidence, evidenceOf, mechanismOf } from '../../../lib/observe/evidence.ts';
import { aFailure, anAttempt, anInvalidAttempt, type FailureKind } from '../../helpers/attempts.ts';

describe('what one attempt is evidence of', () => {
  it.each<[FailureKind, Evidence]>([
    ['name', 'name-fails'],
    ['timeout', 'timeout'],
    ['connectTimeout', 'connect-timeout'],
    ['reset', 'cut-off'],
    ['refused', 'refused'],
    ['unreachable', 'unreachable'],
    ['handshake', 'handshake-fails'],
    ['untrusted', 'foreign-certificate'],
    ['wrongName', 'foreign-certificate'],
    ['expired', 'expired-certificate'],
    ['revoked', 'bad-certificate'],
    ['unclear', 'unclear'],
    ['serverError', 'server-error'],
    ['legalRefusal', 'legal-refusal'],
  ])('reads the failure %s as %s', (kind, expected) => {
    const attempt = aFailure(kind);

    const evidence = evidenceOf(attempt);

    expect(evidence).toBe(expected);
  });

  it.each(['connection_reset', 'eof_error'])(
    'tells a %s after the handshake from one that may have ended it',
    (failure) => {
      const attempt = aFailure('reset', { failure, failedOperation: 'read' });

      expect(evidenceOf(attempt)).toBe('broken-off');
      expect(mechanismOf('broken-off')).toBe('reset');
    },
  );

  it('draws nothing from an invalid attempt, whatever it says', () => {
    const attempts = [
      anInvalidAttempt({ ok: true }),
      anInvalidAttempt({ httpStatus: 451 }),
      aFailure('name', { valid: false }),
    ];

    const evidence = attempts.map(evidenceOf);

    expect(evidence).toEqual(['invalid', 'invalid', 'invalid']);
  });

  it('takes an attempt that got through as reached', () => {
    expect(evidenceOf(anAttempt())).toBe('reached');
  });

  it('takes silence while a name is looked up as a failing name, not as silence of the server', () => {
    const attempt = aFailure('timeout', { failedOperation: 'resolve' });

    expect(evidenceOf(attempt)).toBe('name-fails');
  });

  it('knows an expired certificate of Firefox by its sentence', () => {
    const attempt = aFailure('expired', { browserError: 'Сертификат узла истёк.' });

    expect(evidenceOf(attempt)).toBe('expired-certificate');
  });

  it.each([500, 501, 599])('takes the status %i as the server’s own error', (httpStatus) => {
    expect(evidenceOf(aFailure('serverError', { httpStatus }))).toBe('server-error');
  });

  it('takes an answer that broke off as cut off, not as an error of the server', () => {
    expect(evidenceOf(aFailure('reset', { httpStatus: 200 }))).toBe('cut-off');
  });

  it.each(['connection_aborted', 'eof_error'])('takes %s as cut off', (failure) => {
    expect(evidenceOf(aFailure('reset', { failure }))).toBe('cut-off');
  });
});

describe('the mechanism that a failure shows by itself', () => {
  it.each<[Evidence, Mechanism | null]>([
    ['name-fails', 'dns.error'],
    ['timeout', 'timeout'],
    ['connect-timeout', 'tcp.timeout'],
    ['cut-off', 'reset'],
    ['refused', 'tcp.refused'],
    ['unreachable', 'ip.unreachable'],
    ['handshake-fails', 'tls.alert'],
    ['foreign-certificate', 'tls.mitm'],
    ['legal-refusal', 'http.error'],
    ['expired-certificate', null],
    ['bad-certificate', null],
    ['server-error', null],
    ['unclear', null],
    ['reached', null],
    ['invalid', null],
  ])('goes for %s no deeper than %s', (evidence, expected) => {
    expect(mechanismOf(evidence)).toBe(expected);
  });
});
