import { describe, expect, it } from 'vitest';
import { hostsAtInvented } from '../../../../lib/diagnose/evidence/invented-addresses.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { Standing } from '../../../../lib/model/standing.ts';
import { aFailure, anAttempt, repeated } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import {
  aControlEvidence,
  aPair,
  aRoundEvidence,
  aServiceEvidence,
} from '../../../helpers/evidence.ts';
import { aStanding, standingsOf } from '../../../helpers/rounds.ts';
import { aRouting } from '../../../helpers/routing.ts';

const invented = anAttempt({ remoteIp: '198.18.0.7' });
const host = 'web.chat.example';
const plain = aTarget({ id: 'chat/plain', kind: 'http', urls: ['http://chat.example/'] });

function seen(...attempts: Attempt[]) {
  return aServiceEvidence({ 'chat/web': attempts });
}

describe('a host at an invented address', () => {
  it.each<[string, Attempt, boolean]>([
    ['it answers there with a good certificate', invented, true],
    ['it answers at a public address', anAttempt({ remoteIp: '93.184.216.34' }), false],
    ['a proxy on this computer answers', anAttempt({ remoteIp: '127.0.0.1' }), false],
    [
      'a recorded round left the address out',
      anAttempt({ remoteIp: null, remoteIpKind: 'reserved' }),
      true,
    ],
    [
      'the certificate is of an unknown authority',
      { ...invented, failure: 'ssl_unknown_authority', httpStatus: null },
      false,
    ],
    ['nothing answered', aFailure('reset', { remoteIp: '198.18.0.7' }), false],
  ])('where %s', (_case, attempt, is) => {
    expect(hostsAtInvented([], seen(attempt))).toEqual(is ? [host] : []);
  });

  it('is none without TLS, where anyone may answer', () => {
    const service = aService({ targets: [aTarget(), plain] });

    expect(
      hostsAtInvented([], aServiceEvidence({ 'chat/plain': [invented] }, { service })),
    ).toEqual([]);
  });

  it('is remembered until it answers elsewhere', () => {
    expect(hostsAtInvented([host], seen(...repeated('reset', 3)))).toEqual([host]);
    expect(hostsAtInvented([host], seen(anAttempt({ remoteIp: null })))).toEqual([host]);
    expect(hostsAtInvented([host], seen(anAttempt({ remoteIp: '93.184.216.34' })))).toEqual([]);
  });
});

describe('a name that is cut off, while its addresses complete handshakes', () => {
  const media = aTarget({ id: 'chat/media', urls: ['https://media.chat.example/'] });
  const service = aService({ targets: [aTarget(), media] });

  function stateOf(
    beside: Attempt,
    before: Partial<Standing> = {},
    exitChanged = false,
  ): string | undefined {
    const attempts = { 'chat/web': repeated('reset', 3), 'chat/media': [beside] };
    const evidence = aRoundEvidence({
      controls: [aControlEvidence()],
      routing: aRouting({ exitChanged }),
      services: [aServiceEvidence(attempts, { service })],
      addressProbes: aPair(),
    });
    const standings = standingsOf(aStanding({ service: 'chat', ...before }));
    return diagnoseRound(evidence, standings).round.services[0]?.targets[0]?.state;
  }

  it('is proof', () => {
    expect(stateOf(anAttempt())).toBe('blocked');
    expect(stateOf(anAttempt({ remoteIp: '127.0.0.1' }))).toBe('blocked');
  });

  it('is none where another name of the service leads to an invented address', () => {
    expect(stateOf(invented)).toBe('likely_blocked');
  });

  it('is none where the name led to one, on this route', () => {
    const before = { invented: [host] };

    expect(stateOf(anAttempt(), before)).toBe('likely_blocked');
    expect(stateOf(anAttempt(), before, true)).toBe('blocked');
  });
});

it('a standing remembers hosts at invented addresses, on one route', () => {
  const after = (evidence: ReturnType<typeof seen>, before?: Standing, exitChanged = false) => {
    const observed = aRoundEvidence({
      controls: [aControlEvidence()],
      routing: aRouting({ exitChanged }),
      services: [evidence],
    });
    return diagnoseRound(observed, before ? standingsOf(before) : new Map()).standings[0]?.invented;
  };
  const known = aStanding({ service: 'chat', invented: [host] });
  const failing = seen(...repeated('reset', 3));

  expect(after(seen(invented))).toEqual([host]);
  expect(after(failing, known)).toEqual([host]);
  expect(after(failing, known, true)).toBeUndefined();
  expect(after(seen(anAttempt({ remoteIp: '93.184.216.34' })), known)).toBeUndefined();
});
