import { describe, expect, it } from 'vitest';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import { diagnoseTarget } from '../../../../lib/diagnose/target/target.ts';
import { aFailure, anAttempt, repeated, spaced } from '../../../helpers/attempts.ts';
import { aTarget } from '../../../helpers/catalog.ts';
import {
  aControlEvidence,
  aResolution,
  aRoundEvidence,
  aServiceEvidence,
  aTargetContext,
} from '../../../helpers/evidence.ts';

const target = aTarget();

describe('a name that only the system resolver withholds', () => {
  const resolutions = [aResolution({ resolver: 'one' }), aResolution({ resolver: 'two' })];

  it('is proof after three failures, with high confidence where two resolvers agree', () => {
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

  it('is proof with less confidence where only one resolver knows it', () => {
    const context = aTargetContext({ resolutions: resolutions.slice(0, 1) });

    const verdict = diagnoseTarget(target, repeated('name', 3), context);

    expect(verdict).toMatchObject({ state: 'blocked', confidence: 'medium' });
  });

  it.each([1, 2])('is no proof after %i failures, which may be accidental', (times) => {
    const context = aTargetContext({ resolutions });

    const verdict = diagnoseTarget(target, repeated('name', times), context);

    expect(verdict).toMatchObject({ state: 'insufficient', reason: 'too-few-attempts' });
  });

  it('awaits confirmation by a second round where the resolver timed out', () => {
    const attempts = repeated('name', 3).map((attempt) => ({ ...attempt, totalMs: 6_000 }));

    const verdict = diagnoseTarget(target, attempts, aTargetContext({ resolutions }));

    expect(verdict).toMatchObject({ state: 'blocked', confidence: 'medium', artefact: false });
  });

  it('is only likely blocked where the resolver timed out and packets were lost elsewhere', () => {
    const attempts = repeated('name', 3).map((attempt) => ({ ...attempt, totalMs: 6_000 }));
    const context = aTargetContext({ resolutions, lossless: false });

    const verdict = diagnoseTarget(target, attempts, context);

    expect(verdict).toMatchObject({ state: 'likely_blocked', mechanisms: ['dns.timeout'] });
  });

  it('does not explain failures other than of the name', () => {
    const verdict = diagnoseTarget(target, repeated('reset', 3), aTargetContext({ resolutions }));

    expect(verdict).toMatchObject({ state: 'likely_blocked', mechanisms: ['reset'] });
  });
});

describe('a foreign certificate', () => {
  it('is proof on its second appearance where the controls’ certificates are good', () => {
    const verdict = diagnoseTarget(target, repeated('untrusted', 2), aTargetContext());

    expect(verdict).toMatchObject({
      state: 'blocked',
      confidence: 'high',
      mechanisms: ['tls.mitm'],
      reason: 'foreign-certificate',
      artefact: true,
    });
  });

  it('is no proof on its first appearance', () => {
    const verdict = diagnoseTarget(target, repeated('untrusted', 1), aTargetContext());

    expect(verdict.state).toBe('insufficient');
  });

  it('is no proof if it is one of another name, which a server shows for a name that it no longer serves', () => {
    const verdict = diagnoseTarget(target, repeated('wrongName', 3), aTargetContext());

    expect(verdict).toMatchObject({
      state: 'likely_blocked',
      confidence: 'medium',
      locus: 'unknown',
      mechanisms: ['tls.mitm'],
      reason: 'foreign-certificate',
      artefact: false,
    });
  });

  it('is no proof at a site that a person added, which may have an authority of its own', () => {
    const own = aTarget({ id: 'own-1/web' });

    const verdict = diagnoseTarget(own, repeated('untrusted', 3), aTargetContext());

    expect(verdict).toMatchObject({
      state: 'likely_blocked',
      confidence: 'medium',
      locus: 'unknown',
      mechanisms: ['tls.mitm'],
      artefact: false,
    });
  });

  it('is proof at such a site, too, where the browser knows that the authority intercepts', () => {
    const own = aTarget({ id: 'own-1/web' });
    const browserError = 'net::ERR_CERT_KNOWN_INTERCEPTION_BLOCKED';
    const attempts = repeated('untrusted', 2).map((one) => ({ ...one, browserError }));

    const verdict = diagnoseTarget(own, attempts, aTargetContext());

    expect(verdict).toMatchObject({ state: 'blocked', mechanisms: ['tls.mitm'] });
  });

  it('is no proof where the controls’ certificates are bad too', () => {
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

describe('a block page at an address that no public name has', () => {
  const page = aFailure('blockPage', { remoteIp: '10.0.0.1' });

  it.each([
    ['was forged by the network', false, ['dns.injection.bogon', 'http.blockpage']],
    ['says nothing of names where all have such addresses', true, ['http.blockpage']],
  ])('%s', (_case, givesOutAddresses, mechanisms) => {
    const context = aTargetContext({ givesOutAddresses });

    expect(diagnoseTarget(target, [page, page], context).mechanisms).toEqual(mechanisms);
  });

  it.each([
    ['10.0.0.7', ['http.blockpage']],
    ['93.184.216.34', ['dns.injection.bogon', 'http.blockpage']],
  ])('beside neutral sites that answer at %s', (remoteIp, mechanisms) => {
    const { round } = diagnoseRound(
      aRoundEvidence({
        controls: [aControlEvidence({ attempts: [anAttempt({ remoteIp })] })],
        services: [aServiceEvidence({ 'chat/web': spaced([page, page]) })],
      }),
      new Map(),
    );

    expect(round.services[0]?.mechanisms).toEqual(mechanisms);
  });
});

describe('a target that got through once', () => {
  it.each(['reset', 'timeout', 'expired', 'serverError'] as const)(
    'is reached with less confidence, however often it failed by %s',
    (kind) => {
      const attempts = [...repeated(kind, 3), anAttempt()];

      const verdict = diagnoseTarget(target, attempts, aTargetContext());

      expect(verdict).toMatchObject({ state: 'ok', confidence: 'medium' });
    },
  );

  it.each([
    ['untrusted', 'tls.mitm', 'foreign-certificate'],
    ['legalRefusal', 'http.error', 'legal-refusal'],
    ['blockPage', 'http.blockpage', 'block-page'],
  ] as const)('is impaired where an artefact was seen beside it: %s', (kind, label, reason) => {
    const verdict = diagnoseTarget(target, [aFailure(kind), anAttempt()], aTargetContext());

    expect(verdict).toMatchObject({ state: 'impaired', mechanisms: [label], reason });
  });

  it('is reached where a certificate of another name was seen beside it', () => {
    const attempts = [aFailure('wrongName'), anAttempt()];

    const verdict = diagnoseTarget(target, attempts, aTargetContext());

    expect(verdict).toMatchObject({ state: 'ok', confidence: 'medium' });
  });

  it('is reached where a foreign certificate was seen and no control’s was good', () => {
    const attempts = [aFailure('untrusted'), anAttempt()];
    const context = aTargetContext({ certificatesGood: false });

    expect(diagnoseTarget(target, attempts, context).state).toBe('ok');
  });

  it('is reached with high confidence where it never failed', () => {
    const verdict = diagnoseTarget(target, [anAttempt()], aTargetContext());

    expect(verdict).toMatchObject({ state: 'ok', confidence: 'high', reason: 'got-through' });
  });
});
