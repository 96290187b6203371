import { describe, expect, it } from 'vitest';
import { diagnoseTarget } from '../../../../lib/diagnose/target/target.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { evidenceOf, outlastsHandshake } from '../../../../lib/observe/evidence.ts';
import { aFailure, repeated, spaced } from '../../../helpers/attempts.ts';
import { aTarget } from '../../../helpers/catalog.ts';
import { anAddressProbe, aPair, aTargetContext } from '../../../helpers/evidence.ts';

const gaveUp = aFailure('timeout', { browserError: 'net::ERR_TIMED_OUT', totalMs: 30_010 });
const pending = aFailure('timeout', { totalMs: 35_000 });
const silentAddress = anAddressProbe({ attempts: [aFailure('timeout')] });

function diagnose(last: Attempt, addressProbes = aPair()) {
  const attempts = spaced([...repeated('timeout', 2), last]);
  return diagnoseTarget(aTarget(), attempts, aTargetContext({ addressProbes }));
}

describe('an attempt with a long timeout', () => {
  it.each<[string, Partial<Attempt>]>([
    ['handshake-timeout', { browserError: 'net::ERR_TIMED_OUT', totalMs: 18_000 }],
    ['handshake-timeout', { browserError: 'NS_ERROR_NET_TIMEOUT', totalMs: 33_000 }],
    ['handshake-timeout', { failedOperation: 'tls_handshake', totalMs: 3_000 }],
    ['timeout', { browserError: 'net::ERR_TIMED_OUT', totalMs: 33_001 }],
    [
      'timeout',
      {
        failedOperation: 'http_round_trip',
        browserError: 'net::ERR_TIMED_OUT',
        totalMs: 30_000,
      },
    ],
    ['timeout', { browserError: null, totalMs: 30_000 }],
    ['timeout', { browserError: 'net::ERR_TIMED_OUT', totalMs: null }],
    ['connect-timeout', { failedOperation: 'connect', totalMs: 30_000 }],
  ])('is evidence of %s where it ended as %j', (evidence, ending) => {
    expect(evidenceOf(aFailure('timeout', ending))).toBe(evidence);
  });

  it.each<[boolean, Partial<Attempt>]>([
    [true, { totalMs: 32_000 }],
    [false, { totalMs: 31_000 }],
    [false, { totalMs: 32_000, failedOperation: 'http_round_trip' }],
    [false, { totalMs: null }],
    [false, { totalMs: 90_000, browserError: 'NS_ERROR_NET_TIMEOUT' }],
  ])('outlasts a handshake (%s) where it ended as %j', (outlasts, ending) => {
    expect(outlastsHandshake(aFailure('timeout', ending))).toBe(outlasts);
  });
});

describe('a silence after a slow attempt', () => {
  it('is by name where the server completes a handshake without the name', () => {
    expect(diagnose(gaveUp)).toEqual({
      state: 'blocked',
      confidence: 'high',
      locus: 'network',
      mechanisms: ['tls.timeout.sni'],
      reason: 'silent-by-name',
      artefact: true,
    });
  });

  it('is at TLS where the address alone is silent too', () => {
    expect(diagnose(gaveUp, [silentAddress])).toMatchObject({
      state: 'likely_blocked',
      confidence: 'medium',
      mechanisms: ['tls.timeout'],
      reason: 'no-answer',
    });
  });

  it('is at TLS where the address alone was not probed', () => {
    expect(diagnose(gaveUp, [])).toMatchObject({ mechanisms: ['tls.timeout'] });
  });

  it('is at TCP where it outlasts the handshake and the address alone is silent too', () => {
    expect(diagnose(pending, [silentAddress])).toMatchObject({
      state: 'likely_blocked',
      confidence: 'medium',
      mechanisms: ['tcp.timeout'],
    });
  });

  it('is at HTTP where a connection stood, whatever the address alone does', () => {
    const unanswered: Attempt = { ...pending, failedOperation: 'http_round_trip' };

    expect([[silentAddress], aPair(), []].map((probes) => diagnose(unanswered, probes))).toEqual(
      Array(3).fill(
        expect.objectContaining({ state: 'likely_blocked', mechanisms: ['http.timeout'] }),
      ),
    );
  });

  it('belongs to the cut before it where a connection stood, too', () => {
    const unanswered: Attempt = { ...pending, failedOperation: 'http_round_trip' };
    const attempts = spaced([...repeated('reset', 2), unanswered]);

    expect(diagnoseTarget(aTarget(), attempts, aTargetContext())).toMatchObject({
      mechanisms: ['reset'],
    });
  });

  it('is of no known layer in a browser that repeats silent handshakes by itself', () => {
    const attempts = spaced([...repeated('timeout', 2), pending]);
    const context = aTargetContext({ addressProbes: [silentAddress], limitsHandshakes: false });

    expect(diagnoseTarget(aTarget(), attempts, context)).toMatchObject({
      state: 'likely_blocked',
      confidence: 'medium',
      mechanisms: ['timeout'],
    });
  });

  it.each([
    ['answers', aPair()],
    ['is not known', []],
  ])('is of no known layer where it went on and the address %s', (_case, probes) => {
    expect(diagnose(pending, probes)).toMatchObject({
      state: 'likely_blocked',
      mechanisms: ['timeout'],
    });
  });
});
