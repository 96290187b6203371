import { describe, expect, it } from 'vitest';
import {
  answersAtInvented,
  hostsAtInvented,
} from '../../../../lib/diagnose/evidence/invented-addresses.ts';
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

describe('an invented address', () => {
  it.each<[string, Attempt, boolean]>([
    ['a service answers there with a good certificate', invented, true],
    ['it answers at a public address', anAttempt({ remoteIp: '93.184.216.34' }), false],
    [
      'a recorded round left the address out',
      anAttempt({ remoteIp: null, remoteIpKind: 'private' }),
      true,
    ],
    [
      'the certificate is of an unknown authority',
      { ...invented, failure: 'ssl_unknown_authority', httpStatus: null },
      false,
    ],
    ['nothing answered', aFailure('reset', { remoteIp: '198.18.0.7' }), false],
  ])('where %s', (_case, attempt, is) => {
    expect(answersAtInvented(seen(attempt))).toBe(is);
  });

  it('shows nothing without TLS, where anyone may answer', () => {
    const service = aService({ targets: [aTarget(), plain] });

    expect(answersAtInvented(aServiceEvidence({ 'chat/plain': [invented] }, { service }))).toBe(
      false,
    );
  });

  it('is remembered until the host answers elsewhere', () => {
    expect(hostsAtInvented([], seen(invented))).toEqual([host]);
    expect(hostsAtInvented([host], seen(...repeated('reset', 3)))).toEqual([host]);
    expect(hostsAtInvented([host], seen(anAttempt({ remoteIp: '93.184.216.34' })))).toEqual([]);
  });
});

describe('a name that is cut off, while its addresses complete handshakes', () => {
  const other = aService({
    id: 'talk',
    targets: [aTarget({ id: 'talk/web', urls: ['https://web.talk.example/'] })],
  });
  const talks = (answer: Attempt) => aServiceEvidence({ 'talk/web': [answer] }, { service: other });

  function verdictOf(
    beside: Attempt,
    before: Partial<Standing> = {},
    exitChanged = false,
  ): { state: string; mechanisms: string[] } | undefined {
    const evidence = aRoundEvidence({
      controls: [aControlEvidence()],
      routing: aRouting({ exitChanged }),
      services: [seen(...repeated('reset', 3)), talks(beside)],
      addressProbes: aPair(),
    });
    const { round } = diagnoseRound(
      evidence,
      standingsOf(aStanding({ service: 'chat', ...before })),
    );
    const { roundState: state, mechanisms } = round.services[0] ?? {};
    return state && mechanisms && { state, mechanisms };
  }

  it('is proof', () => {
    expect(verdictOf(anAttempt())).toEqual({ state: 'blocked', mechanisms: ['tls.reset.sni'] });
  });

  it('is none where another service answers at an invented address', () => {
    expect(verdictOf(invented)).toMatchObject({ state: 'likely_blocked' });
  });

  it('is none where the name led to one, on this route', () => {
    const before = { invented: [host] };

    expect(verdictOf(anAttempt(), before)).toMatchObject({ state: 'likely_blocked' });
    expect(verdictOf(anAttempt(), before, true)).toMatchObject({ state: 'blocked' });
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
