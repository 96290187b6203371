import { describe, expect, it } from 'vitest';
import { diagnoseTarget } from '../../../lib/diagnose/target.ts';
import { anAttempt, repeated } from '../../helpers/attempts.ts';
import { aTarget } from '../../helpers/catalog.ts';
import { aResolution, aTargetContext } from '../../helpers/evidence.ts';

const target = aTarget();

describe('a name that only the system resolver withholds', () => {
  const resolutions = [aResolution({ resolver: 'one' }), aResolution({ resolver: 'two' })];

  it('is proof after three failures, which is sure where two resolvers agree', () => {
    const verdict = diagnoseTarget(target, repeated('name', 3), aTargetContext({ resolutions }));

    expect(verdict).toEqual({
      state: 'blocked',
      confidence: 'high',
      locus: 'network',
      mechanisms: ['dns.error'],
      reason: 'dns-withheld',
      artefact: true,
    });
  });

  it('is less sure with one resolver', () => {
    const context = aTargetContext({ resolutions: resolutions.slice(0, 1) });

    const verdict = diagnoseTarget(target, repeated('name', 3), context);

    expect(verdict).toMatchObject({ state: 'blocked', confidence: 'medium' });
  });

  it.each([1, 2])('is no proof after %i failures, which may be chance', (times) => {
    const context = aTargetContext({ resolutions });

    const verdict = diagnoseTarget(target, repeated('name', times), context);

    expect(verdict).toMatchObject({ state: 'insufficient', reason: 'too-few-attempts' });
  });

  it('is to be confirmed by a second round where the resolver was silent', () => {
    const attempts = repeated('name', 3).map((attempt) => ({ ...attempt, totalMs: 6_000 }));

    const verdict = diagnoseTarget(target, attempts, aTargetContext({ resolutions }));

    expect(verdict).toMatchObject({ state: 'blocked', confidence: 'medium', artefact: false });
  });

  it('is only likely where the resolver was silent and packets were lost elsewhere', () => {
    const attempts = repeated('name', 3).map((attempt) => ({ ...attempt, totalMs: 6_000 }));
    const context = aTargetContext({ resolutions, lossless: false });

    const verdict = diagnoseTarget(target, attempts, context);

    expect(verdict).toMatchObject({ state: 'likely_blocked', mechanisms: ['dns.timeout'] });
  });

  it('says nothing of failures that are not the name’s', () => {
    const verdict = diagnoseTarget(target, repeated('reset', 3), aTargetContext({ resolutions }));

    expect(verdict).toMatchObject({ state: 'likely_blocked', mechanisms: ['reset'] });
  });
});

describe('a foreign certificate', () => {
  it('is proof when seen twice where the controls’ certificates are good', () => {
    const verdict = diagnoseTarget(target, repeated('untrusted', 2), aTargetContext());

    expect(verdict).toMatchObject({
      state: 'blocked',
      confidence: 'high',
      mechanisms: ['tls.mitm'],
      reason: 'foreign-certificate',
      artefact: true,
    });
  });

  it('is no proof when seen once', () => {
    const verdict = diagnoseTarget(target, repeated('untrusted', 1), aTargetContext());

    expect(verdict.state).toBe('insufficient');
  });

  it('is no proof where the controls’ certificates are no better', () => {
    const context = aTargetContext({ certificatesGood: false });

    const verdict = diagnoseTarget(target, repeated('untrusted', 2), context);

    expect(verdict.state).toBe('insufficient');
  });
});

describe('a legal refusal', () => {
  it.each([
    [1, 'medium'],
    [2, 'high'],
  ])('seen %i times is proof of %s confidence, on the server’s side', (times, confidence) => {
    const verdict = diagnoseTarget(target, repeated('legalRefusal', times), aTargetContext());

    expect(verdict).toEqual({
      state: 'blocked',
      confidence,
      locus: 'server_side',
      mechanisms: ['http.error'],
      reason: 'legal-refusal',
      artefact: true,
    });
  });
});

describe('a target that got through once', () => {
  it.each(['reset', 'legalRefusal', 'untrusted', 'serverError'] as const)(
    'is reached, less surely, however often it ended as %s',
    (kind) => {
      const attempts = [...repeated(kind, 3), anAttempt()];

      const verdict = diagnoseTarget(target, attempts, aTargetContext());

      expect(verdict).toMatchObject({ state: 'ok', confidence: 'medium' });
    },
  );

  it('is surely reached where it never failed', () => {
    const verdict = diagnoseTarget(target, [anAttempt()], aTargetContext());

    expect(verdict).toMatchObject({ state: 'ok', confidence: 'high', reason: 'got-through' });
  });
});
