import { describe, expect, it } from 'vitest';
import { withHiddenTcp } from '../../../../lib/diagnose/evidence/hidden-tcp.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { aFailure, spaced } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { aRoundEvidence, aServiceEvidence, passingGates } from '../../../helpers/evidence.ts';

const overHttp3 = aFailure('unclear', {
  failure: 'unknown_failure: net::ERR_QUIC_PROTOCOL_ERROR',
  browserError: 'net::ERR_QUIC_PROTOCOL_ERROR',
  totalMs: 4_100,
});
const brief = aFailure('timeout', { totalMs: 3_500 });

/** What the attempts on one target show beside those on another. */
function failuresBeside(other: Attempt, attempts: Attempt[], kind: 'https' | 'http' = 'https') {
  const service = aService({ targets: [aTarget(), aTarget({ id: 'chat/media', kind })] });
  const seen = withHiddenTcp(
    aServiceEvidence({ 'chat/web': [other], 'chat/media': attempts }, { service }),
  );
  return seen.attempts.get('chat/media')?.map(({ failure }) => failure);
}

describe('a silence beside a failure of HTTP/3', () => {
  it.each([
    ['unknown_failure', 'it was given up sooner than that shows', brief],
    ['generic_timeout_error', 'it lasted longer', aFailure('timeout', { totalMs: 4_500 })],
    ['connection_reset', 'it is none', aFailure('reset', { totalMs: 100 })],
  ])('is %s where %s', (failure, _case, attempt) => {
    expect(failuresBeside(overHttp3, [attempt])).toEqual([failure]);
    expect(failuresBeside({ ...overHttp3, valid: false }, [attempt])).toEqual([failure]);
  });

  it('is unclear whatever HTTP/3 fails by', () => {
    const browserError = 'net::ERR_QUIC_HANDSHAKE_FAILED';

    expect(failuresBeside({ ...overHttp3, browserError }, [brief])).toEqual(['unknown_failure']);
  });

  it('is one where nothing goes over HTTP/3', () => {
    expect(failuresBeside(overHttp3, [brief], 'http')).toEqual(['generic_timeout_error']);
  });

  it('is one where HTTP/3 failed nowhere', () => {
    expect(failuresBeside(aFailure('reset'), [brief])).toEqual(['generic_timeout_error']);
  });
});

it('lends a service no label, in this round or later ones', () => {
  const attempts = spaced([overHttp3, brief, brief, brief]);
  const services = [aServiceEvidence({ 'chat/web': attempts })];
  const { round, standings } = diagnoseRound(
    aRoundEvidence({ services, gates: passingGates() }),
    new Map(),
  );

  expect(round.services[0]).toMatchObject({ roundState: 'likely_blocked', mechanisms: [] });
  const tries = standings[0]?.windows?.flatMap((one) => one.tries) ?? [];
  expect(new Set(tries.map(({ mechanism }) => mechanism))).toEqual(new Set([null]));
  // What was seen is recorded as it was.
  expect(round.services[0]?.targets[0]?.attempts.map(({ failure }) => failure)).toEqual(
    attempts.map(({ failure }) => failure),
  );
});
