import { describe, expect, it } from 'vitest';
import type { RoundEvidence } from '../../../../lib/diagnose/evidence/round-evidence.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import {
  aFailure,
  anAttempt,
  anInvalidAttempt,
  type FailureKind,
  spaced,
} from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { aControlEvidence, aRoundEvidence, aServiceEvidence } from '../../../helpers/evidence.ts';

/** The failures of one service through a proxy, in a round that saw this of others. */
function judged(kinds: readonly FailureKind[], seen: Partial<RoundEvidence> = {}) {
  const attempts = kinds.map((kind) => aFailure(kind, { remoteIpKind: 'proxy' }));
  return judgedBy(attempts, seen);
}

function judgedBy(attempts: readonly Attempt[], seen: Partial<RoundEvidence> = {}) {
  const service = aServiceEvidence({ 'chat/web': spaced(attempts) });
  const evidence = aRoundEvidence({ ...seen, services: [service, ...(seen.services ?? [])] });
  const [verdict] = diagnoseRound(evidence, new Map()).round.services;
  return [verdict?.roundState, verdict?.reason];
}

const silences: FailureKind[] = ['timeout', 'timeout', 'timeout'];
const proxyAddress = '203.0.114.20';
const proxied = anAttempt({ remoteIp: proxyAddress, remoteIpKind: 'proxy' });
const kept = anAttempt({ remoteIp: null, remoteIpKind: 'shared' });
const other = aService({
  id: 'talk',
  operator: 'Another',
  targets: [aTarget({ id: 'talk/web' })],
  sentinel: 'talk/web',
});

function answering(attempt: Attempt) {
  return { ...aServiceEvidence({ 'talk/web': [attempt] }), service: other };
}

describe('silence through a proxy', () => {
  it('is no evidence where nothing is answered through one', () => {
    expect(judged(silences)).toEqual(['insufficient', 'proxy-fails']);
  });

  it('is no evidence where two operators answer from addresses that are not known', () => {
    const unknown = anAttempt({ remoteIp: null });
    const controls = [aControlEvidence({ operator: 'A third', attempts: [unknown] })];

    expect(judged(silences, { controls, services: [answering(unknown)] })).toEqual([
      'insufficient',
      'proxy-fails',
    ]);
  });

  it('is evidence without a proxy', () => {
    const attempts = silences.map((kind) => aFailure(kind));

    expect(judgedBy(attempts)).toEqual(['likely_blocked', 'no-answer']);
  });

  it.each<[string, Partial<RoundEvidence>]>([
    ['the browser tells of an answer through one', { services: [answering(proxied)] }],
    ['the same is told of a control', { controls: [aControlEvidence({ attempts: [proxied] })] }],
    [
      'a kept round tells of answers from one address',
      {
        services: [answering(kept)],
        controls: [aControlEvidence({ operator: 'A third', attempts: [kept] })],
      },
    ],
    [
      'two operators answer from one address',
      {
        services: [answering(anAttempt({ remoteIp: proxyAddress }))],
        controls: [
          aControlEvidence({
            operator: 'A third',
            attempts: [anAttempt({ remoteIp: proxyAddress })],
          }),
        ],
      },
    ],
  ])('is evidence where %s', (_case, seen) => {
    expect(judged(silences, seen)).toEqual(['likely_blocked', 'no-answer']);
  });

  it.each<[FailureKind, string, string]>([
    ['reset', 'likely_blocked', 'cut-off'],
    ['hangUp', 'insufficient', 'answered-by-proxy'],
  ])('is no more than a %s', (kind, state, reason) => {
    const all: FailureKind[] = [kind, kind, kind];

    expect(judged(all)).toEqual(['insufficient', 'proxy-fails']);
    expect(judged(all, { services: [answering(proxied)] })).toEqual([state, reason]);
  });

  it('does not undo a certificate, which somebody showed', () => {
    const all: FailureKind[] = ['untrusted', 'untrusted', 'untrusted'];

    expect(judged(all)).toEqual(['blocked', 'foreign-certificate']);
  });
});

describe('a proxy that cannot be reached', () => {
  it.each([
    'net::ERR_PROXY_CONNECTION_FAILED',
    'NS_ERROR_PROXY_CONNECTION_REFUSED',
    'NS_ERROR_UNKNOWN_PROXY_HOST',
  ])('is told of: %s', (browserError) => {
    const attempt = anInvalidAttempt({ failure: `unknown_failure: ${browserError}`, browserError });

    expect(judgedBy([attempt, attempt])).toEqual(['insufficient', 'proxy-fails']);
  });
});
