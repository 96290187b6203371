import { describe, expect, it } from 'vitest';
import { hostOf } from '../../../../lib/catalog/host-of.ts';
import type { Target } from '../../../../lib/catalog/schema.ts';
import type { Authority } from '../../../../lib/catalog/target-schema.ts';
import { diagnoseTarget } from '../../../../lib/diagnose/target/target.ts';
import type { TargetContext } from '../../../../lib/diagnose/target/target-context.ts';
import { filterPageFailure } from '../../../../lib/failure/filter-answer.ts';
import { foreignAnswerFailure } from '../../../../lib/failure/foreign-answer.ts';
import { upgradeFailure } from '../../../../lib/failure/upgrade.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { evidenceOf } from '../../../../lib/observe/evidence.ts';
import {
  aFailure,
  anAttempt,
  anInvalidAttempt,
  repeated,
  spaced,
} from '../../../helpers/attempts.ts';
import { aTarget } from '../../../helpers/catalog.ts';
import { aPair, aResolution, aTargetContext } from '../../../helpers/evidence.ts';

const target = aTarget();

it.each([
  ['refused', 'insufficient', 'likely_blocked'],
  ['untrusted', 'insufficient', 'blocked'],
  ['reset', 'insufficient', 'blocked'],
  ['timeout', 'insufficient', 'likely_blocked'],
  ['name', 'insufficient', 'insufficient'],
] as const)(
  'whose name has no address of this line is judged only where servers by address do not fail alike: %s',
  (kind, alike, otherwise) => {
    const resolutions = ['one', 'two'].map((resolver) =>
      aResolution({ name: hostOf(target), resolver, unreachable: true }),
    );
    const context = aTargetContext({ resolutions, addressProbes: aPair(hostOf(target)) });
    const failuresByAddress = new Set([evidenceOf(aFailure(kind))]);
    const stateIn = (seen: TargetContext) => diagnoseTarget(target, repeated(kind, 3), seen).state;

    expect(stateIn({ ...context, failuresByAddress })).toBe(alike);
    expect(stateIn({ ...context, failuresByAddress: new Set(['unclear']) })).toBe(otherwise);
  },
);

it('whose name has no address of this line is not judged by silence where servers by address are unreachable', () => {
  const resolutions = ['one', 'two'].map((resolver) =>
    aResolution({ name: hostOf(target), resolver, unreachable: true }),
  );
  const failuresByAddress = new Set([evidenceOf(aFailure('unreachable'))]);
  const seen = [aFailure('unreachable'), ...repeated('timeout', 2)];
  const stateIn = (context: Partial<TargetContext>) =>
    diagnoseTarget(target, seen, aTargetContext({ resolutions, ...context })).state;

  expect(stateIn({ failuresByAddress })).toBe('insufficient');
  expect(stateIn({ failuresByAddress, resolutions: [] })).toBe('likely_blocked');
});

describe('on a network that lets only HTTPS through', () => {
  const plain = aTarget({ kind: 'http', urls: ['http://93.184.216.34/'] });
  const onlyHttps = aTargetContext({ onlyHttps: true });
  const verdictOf = (kind: 'timeout' | 'serverError', asked: Target = plain) =>
    diagnoseTarget(asked, repeated(kind, 3), onlyHttps);

  it('the silence of a target without TLS is no evidence', () => {
    expect(verdictOf('timeout')).toMatchObject({
      state: 'insufficient',
      reason: 'only-https-passes',
    });
    expect(diagnoseTarget(plain, repeated('timeout', 3), aTargetContext()).state).toBe(
      'likely_blocked',
    );
  });

  it.each([foreignAnswerFailure, filterPageFailure])(
    'an answer of somebody else is none: %s',
    (failure) => {
      const answers = repeated('unclear', 3).map((one) => ({ ...one, failure, httpStatus: 302 }));

      expect(diagnoseTarget(plain, answers, onlyHttps).reason).toBe('only-https-passes');
      expect(diagnoseTarget(target, answers, onlyHttps).reason).not.toBe('only-https-passes');
    },
  );

  it('its answer is, and so is the silence of a target over TLS', () => {
    expect(verdictOf('serverError').state).toBe('down');
    expect(verdictOf('timeout', target).state).toBe('likely_blocked');
  });
});

describe('a target that answers late', () => {
  const late = (totalMs: number) => anAttempt({ totalMs });

  it.each([
    ['once', [late(9_000)], 'low'],
    ['twice, and is silent once', [late(9_000), aFailure('timeout'), late(14_000)], 'medium'],
  ] as const)('%s is impaired, without a label', (_case, attempts, confidence) => {
    expect(diagnoseTarget(target, spaced([...attempts]), aTargetContext())).toEqual({
      state: 'impaired',
      confidence,
      locus: 'unknown',
      mechanisms: [],
      reason: 'answers-late',
      artefact: false,
    });
  });

  it.each([
    ['an answer came in time as well', [late(9_000), late(200)]],
    ['it is not late', [late(7_499)]],
  ])('is reached where %s', (_case, attempts) => {
    expect(diagnoseTarget(target, spaced(attempts), aTargetContext()).state).toBe('ok');
  });
});

describe('a service that is down', () => {
  const unknown = ['one', 'two'].map((resolver) =>
    aResolution({ resolver, rcode: 'NXDOMAIN', addresses: [] }),
  );

  it.each([
    ['answers with server errors', 'serverError', 'server-error', ['http.error']],
    ['shows an expired certificate', 'expired', 'certificate-expired', []],
    ['shows a revoked certificate', 'revoked', 'certificate-revoked', []],
    ['has a name that no resolver knows', 'name', 'name-unknown', []],
  ] as const)('%s twice and is down', (_case, kind, reason, mechanisms) => {
    const context = aTargetContext({ resolutions: unknown });

    const verdict = diagnoseTarget(target, repeated(kind, 2), context);

    expect(verdict).toEqual({
      state: 'down',
      confidence: 'medium',
      locus: 'server_side',
      mechanisms,
      reason,
      artefact: false,
    });
  });

  it.each(['serverError', 'expired', 'revoked', 'name'] as const)(
    'is not down after one %s',
    (kind) => {
      const context = aTargetContext({ resolutions: unknown });

      const verdict = diagnoseTarget(target, repeated(kind, 1), context);

      expect(verdict.state).toBe('insufficient');
    },
  );

  it('is not blocked, however often a name fails that no resolver knows', () => {
    const context = aTargetContext({ resolutions: unknown });

    const verdict = diagnoseTarget(target, repeated('name', 5), context);

    expect(verdict.state).toBe('down');
  });

  it('is not down by an expired certificate where no control’s certificate is good', () => {
    const context = aTargetContext({ certificatesGood: false });

    const verdict = diagnoseTarget(target, repeated('expired', 3), context);

    expect(verdict.state).toBe('insufficient');
  });
});

describe('by a clock that is days off', () => {
  it('no expired certificate shows anything', () => {
    const context = aTargetContext({ clockWrong: true });

    const verdict = diagnoseTarget(target, repeated('expired', 3), context);

    expect(verdict).toMatchObject({ state: 'insufficient', reason: 'clock-wrong' });
  });

  it.each(['revoked', 'name'] as const)('what is down by %s stays so beside it', (kind) => {
    const resolutions = ['one', 'two'].map((resolver) =>
      aResolution({ resolver, rcode: 'NXDOMAIN', addresses: [] }),
    );
    const context = aTargetContext({ clockWrong: true, resolutions });
    const attempts = spaced([...repeated(kind, 2), ...repeated('expired', 2)]);

    expect(diagnoseTarget(target, attempts, context).state).toBe('down');
  });

  it('a server that reports an error is down all the same', () => {
    const context = aTargetContext({ clockWrong: true });

    expect(diagnoseTarget(target, repeated('serverError', 3), context).state).toBe('down');
  });
});

describe('a server that ends connections after the handshake', () => {
  it('is down, however often it does', () => {
    const verdict = diagnoseTarget(target, repeated('hangUp', 3), aTargetContext());

    expect(verdict).toMatchObject({ state: 'down', reason: 'server-hangs-up', mechanisms: [] });
  });

  it('may be a proxy that did not connect, where neutral sites answer by one', () => {
    const context = aTargetContext({ byProxy: true });

    expect(diagnoseTarget(target, repeated('hangUp', 3), context)).toMatchObject({
      state: 'insufficient',
      reason: 'answered-by-proxy',
    });
  });

  it('may be reached by a way on which somebody hangs up on neutral sites, too', () => {
    const context = aTargetContext({ sitesHangUp: true });

    expect(diagnoseTarget(target, repeated('hangUp', 3), context).state).toBe('insufficient');
  });

  it('is never blocked by that, even where its address alone answers', () => {
    const context = aTargetContext({ addressProbes: aPair() });

    expect(diagnoseTarget(target, repeated('hangUp', 4), context).state).toBe('down');
  });
});

describe('a target with a private certificate authority', () => {
  const own = aTarget({ authority: 'own_ca' });
  const answered = [anAttempt({ failure: 'ssl_unknown_authority', httpStatus: null })];

  it('is reached where its certificate is untrusted', () => {
    expect(diagnoseTarget(own, answered, aTargetContext()).state).toBe('ok');
  });

  it.each([
    ['a sibling under a public authority showed one foreign certificate', { siblingForgeries: 1 }],
    ['neutral certificates are not good', { credibleAuthorities: new Set<Authority>() }],
  ])('says nothing where %s', (_case, overrides) => {
    const verdict = diagnoseTarget(own, answered, aTargetContext(overrides));

    expect(verdict).toMatchObject({ state: 'insufficient', reason: 'foreign-certificate' });
  });

  it('is intercepted where siblings under a public authority are', () => {
    const verdict = diagnoseTarget(own, answered, aTargetContext({ siblingForgeries: 2 }));

    expect(verdict).toMatchObject({ state: 'blocked', mechanisms: ['tls.mitm'], artefact: true });
  });

  it('is filtered where its siblings are led to the server of a filter of one’s own', () => {
    const siblings = { siblingForgeries: 2, siblingsFiltered: true };

    const verdict = diagnoseTarget(own, answered, aTargetContext(siblings));

    expect(verdict).toMatchObject({ state: 'likely_blocked', locus: 'local' });
  });

  it('is reached by an answer with a trusted certificate even where a sibling is intercepted', () => {
    const context = aTargetContext({ siblingForgeries: 2 });

    expect(diagnoseTarget(own, [anAttempt()], context).state).toBe('ok');
  });

  it('is the only one to lose its success by an intercepted sibling', () => {
    const context = aTargetContext({ siblingForgeries: 2 });

    expect(diagnoseTarget(target, [anAttempt()], context).state).toBe('ok');
  });
});

describe('attempts without a valid one', () => {
  it.each([
    ['nothing was attempted', [], 'interrupted'],
    ['another extension blocked them', ['net::ERR_BLOCKED_BY_CLIENT'], 'blocked-by-extension'],
    [
      'another extension blocked one',
      ['net::ERR_ABORTED', 'net::ERR_BLOCKED_BY_CLIENT'],
      'blocked-by-extension',
    ],
    ['the network changed', ['net::ERR_NETWORK_CHANGED'], 'network-changed'],
    [
      'the network changed, among others',
      ['net::ERR_ABORTED', 'net::ERR_NETWORK_CHANGED'],
      'network-changed',
    ],
    ['the link was lost', ['net::ERR_INTERNET_DISCONNECTED'], 'network-changed'],
    ['the computer slept', ['net::ERR_NETWORK_IO_SUSPENDED'], 'network-changed'],
    ['Firefox was offline', ['NS_ERROR_OFFLINE'], 'network-changed'],
    ['they were aborted', ['net::ERR_ABORTED'], 'too-few-attempts'],
  ] as const)('say why: %s', (_case, codes, reason) => {
    const attempts = codes.map((browserError) => anInvalidAttempt({ browserError }));

    const verdict = diagnoseTarget(target, attempts, aTargetContext());

    expect(verdict).toMatchObject({ state: 'insufficient', confidence: 'low', reason });
  });

  it('say that the browser asks in HTTPS where it did so instead, whatever came of some', () => {
    const upgraded = anInvalidAttempt({ failure: upgradeFailure, browserError: null });

    const reasonOf = (...attempts: Attempt[]) =>
      diagnoseTarget(aTarget({ kind: 'http' }), attempts, aTargetContext()).reason;

    expect(reasonOf(upgraded)).toBe('asked-in-https');
    expect(reasonOf(anInvalidAttempt(), upgraded)).toBe('asked-in-https');
  });

  it('do not add to valid ones', () => {
    const attempts = spaced([aFailure('reset'), aFailure('reset'), anInvalidAttempt()]);

    expect(diagnoseTarget(target, attempts, aTargetContext()).state).toBe('insufficient');
  });
});

describe('the host of a target', () => {
  it('is the name in its first URL', () => {
    expect(hostOf(aTarget({ urls: ['https://one.example:8443/x', 'https://two.example/'] }))).toBe(
      'one.example',
    );
  });
});
