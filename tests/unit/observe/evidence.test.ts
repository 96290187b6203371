import { describe, expect, it } from 'vitest';
import type { Mechanism } from '../../../lib/model/mechanism.ts';
import { type Evidence, evidenceOf, mechanismOf } from '../../../lib/observe/evidence.ts';
import { aFailure, anAttempt, anInvalidAttempt, type FailureKind } from '../../helpers/attempts.ts';

describe('the evidence of one attempt', () => {
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
    ['revoked', 'revoked-certificate'],
    ['unclear', 'unclear'],
    ['serverError', 'server-error'],
    ['legalRefusal', 'legal-refusal'],
  ])('is for the failure %s: %s', (kind, expected) => {
    const attempt = aFailure(kind);

    const evidence = evidenceOf(attempt);

    expect(evidence).toBe(expected);
  });

  it.each(['connection_reset', 'eof_error'])(
    'distinguishes a %s after the handshake from one that may have ended it',
    (failure) => {
      const attempt = aFailure('reset', { failure, failedOperation: 'read' });

      expect(evidenceOf(attempt)).toBe('broken-off');
      expect(mechanismOf('broken-off')).toBe('reset');
    },
  );

  it('distinguishes a server that ends a connection from one that breaks off, once the request was sent', () => {
    const sent = { failedOperation: 'http_round_trip' } as const;

    expect(evidenceOf(aFailure('reset', { ...sent, failure: 'eof_error' }))).toBe('hang-up');
    expect(evidenceOf(aFailure('reset', { ...sent, failure: 'connection_reset' }))).toBe(
      'broken-off',
    );
  });

  it('is invalid for an invalid attempt, whatever it contains', () => {
    const attempts = [
      anInvalidAttempt({ ok: true }),
      anInvalidAttempt({ httpStatus: 451 }),
      aFailure('name', { valid: false }),
    ];

    const evidence = attempts.map(evidenceOf);

    expect(evidence).toEqual(['invalid', 'invalid', 'invalid']);
  });

  it('is reached for an attempt that got through', () => {
    expect(evidenceOf(anAttempt())).toBe('reached');
  });

  it('is a failing name, not a silent server, if the lookup times out', () => {
    const attempt = aFailure('timeout', { failedOperation: 'resolve' });

    expect(evidenceOf(attempt)).toBe('name-fails');
  });

  it('is an expired certificate if Firefox’s sentence says so', () => {
    const attempt = aFailure('expired', { browserError: 'Сертификат узла истёк.' });

    expect(evidenceOf(attempt)).toBe('expired-certificate');
  });

  it.each([500, 501, 599])('is a server error for the status %i', (httpStatus) => {
    expect(evidenceOf(aFailure('serverError', { httpStatus }))).toBe('server-error');
  });

  it('is cut off, not a server error, for a broken answer', () => {
    expect(evidenceOf(aFailure('reset', { httpStatus: 200 }))).toBe('cut-off');
  });

  it('is cut off for an end without an answer', () => {
    expect(evidenceOf(aFailure('reset', { failure: 'eof_error' }))).toBe('cut-off');
  });

  it.each([
    ['timeout', null],
    ['broken-off', 'read'],
    ['broken-off', 'http_round_trip'],
  ] as const)('is %s for an abort at the step %s, as Windows says of silence', (evidence, step) => {
    const aborted = aFailure('reset', { failure: 'connection_aborted', failedOperation: step });

    expect(evidenceOf(aborted)).toBe(evidence);
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
    ['revoked-certificate', null],
    ['bad-certificate', null],
    ['server-error', null],
    ['unclear', null],
    ['reached', null],
    ['invalid', null],
  ])('is for %s no deeper than %s', (evidence, expected) => {
    expect(mechanismOf(evidence)).toBe(expected);
  });
});
