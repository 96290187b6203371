import { describe, expect, it } from 'vitest';
import { withSharedSteps } from '../../../../lib/diagnose/evidence/shared-step.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import { goneFailure } from '../../../../lib/failure/gone-connection.ts';
import { onlyHttp1Failures } from '../../../../lib/failure/only-http1.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { evidenceOf } from '../../../../lib/observe/evidence.ts';
import { aFailure, anAttempt, spaced } from '../../../helpers/attempts.ts';
import { aPair, aRoundEvidence, aServiceEvidence } from '../../../helpers/evidence.ts';

const reset = aFailure('reset', { failure: 'connection_reset', failedOperation: null });
const closed = aFailure('reset', { failure: 'eof_error', failedOperation: null });
const hungUp: Attempt = { ...closed, failedOperation: 'http_round_trip' };
const brokenOff: Attempt = { ...reset, failedOperation: 'http_round_trip' };
const inBody: Attempt = { ...reset, failedOperation: 'read' };
const onlyHttp1 = aFailure('reset', {
  failure: onlyHttp1Failures[0] ?? null,
  failedOperation: 'http_round_trip',
  valid: false,
});
const gone = aFailure('reset', {
  failure: goneFailure,
  browserError: 'net::ERR_SOCKET_NOT_CONNECTED',
  failedOperation: null,
  valid: false,
});
const inFirefox: Attempt = { ...reset, browserError: 'NS_ERROR_NET_RESET' };
const silent = aFailure('timeout');

function evidencesWithSharedStep(attempts: Attempt[]) {
  const { attempts: shared } = withSharedSteps({ attempts: new Map([['one', attempts]]) });
  return shared.get('one')?.map(evidenceOf);
}

describe('the cut connections of a target', () => {
  it.each<[string, Attempt[], string[]]>([
    ['one was closed after it', [closed, hungUp, closed], ['hang-up', 'hang-up', 'hang-up']],
    ['one was reset after it', [reset, brokenOff], ['broken-off', 'broken-off']],
    ['both happen', [reset, hungUp, closed], ['broken-off', 'hang-up', 'hang-up']],
    [
      'one stood, over HTTP/1.1',
      [reset, onlyHttp1, reset],
      ['broken-off', 'invalid', 'broken-off'],
    ],
    [
      'one was over before its request',
      [closed, gone, reset, closed],
      ['hang-up', 'invalid', 'broken-off', 'hang-up'],
    ],
  ])('were cut after the handshake where %s', (_case, attempts, expected) => {
    expect(evidencesWithSharedStep(attempts)).toEqual(expected);
  });

  it.each<[string, Attempt[], string[]]>([
    ['none shows the step', [reset, closed], ['cut-off', 'cut-off']],
    ['a body was cut', [reset, inBody], ['cut-off', 'broken-off']],
    ['an end over HTTP/1.1 has no code of its own', [closed, onlyHttp1], ['cut-off', 'invalid']],
    [
      'Firefox had sent one of the requests, perhaps as early data',
      [inFirefox, { ...inFirefox, failedOperation: 'http_round_trip' }],
      ['cut-off', 'broken-off'],
    ],
    ['others were silent', [silent, hungUp], ['timeout', 'hang-up']],
    ['one got through', [reset, anAttempt()], ['cut-off', 'reached']],
  ])('stay as they are where %s', (_case, attempts, expected) => {
    expect(evidencesWithSharedStep(attempts)).toEqual(expected);
  });

  it('are those of one target', () => {
    const attempts = new Map([
      ['one', [reset]],
      ['other', [brokenOff]],
    ]);

    expect(withSharedSteps({ attempts }).attempts.get('one')).toEqual([reset]);
  });
});

it('a server that hangs up on each request is down, and no try of the line', () => {
  const attempts = spaced([closed, hungUp, closed]);
  const services = [aServiceEvidence({ 'chat/web': attempts })];

  const { round, standings } = diagnoseRound(aRoundEvidence({ services }), new Map());

  expect(round.services[0]?.targets[0]).toMatchObject({ state: 'down', mechanisms: [] });
  expect(standings[0]?.windows?.flatMap(({ tries }) => tries)).toEqual([]);
});

it('a server whose connections are over before a request is down, though its address completes handshakes', () => {
  const attempts = spaced([gone, closed, gone, closed, closed]);
  const services = [aServiceEvidence({ 'chat/web': attempts })];
  const evidence = aRoundEvidence({ services, addressProbes: aPair() });

  const { round } = diagnoseRound(evidence, new Map());

  expect(round.services[0]?.targets[0]).toMatchObject({ state: 'down', mechanisms: [] });
});
