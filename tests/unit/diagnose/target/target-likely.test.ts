import { describe, expect, it } from 'vitest';
import { diagnoseTarget } from '../../../../lib/diagnose/target/target.ts';
import type { Mechanism } from '../../../../lib/model/mechanism.ts';
import type { Reason } from '../../../../lib/model/reason.ts';
import type { Resolution } from '../../../../lib/model/resolution.ts';
import { aFailure, type FailureKind, repeated, spaced } from '../../../helpers/attempts.ts';
import { aTarget } from '../../../helpers/catalog.ts';
import { aGate, aResolution, aTargetContext } from '../../../helpers/evidence.ts';

const target = aTarget();

describe('a WebSocket that opens and stays silent', () => {
  const dead = {
    failure: 'generic_timeout_error',
    failedOperation: 'read',
    httpStatus: 101,
  } as const;
  const thrice = repeated('timeout', 3).map((attempt) => ({ ...attempt, ...dead }));
  const socket = aTarget({ kind: 'websocket', rule: 'ws_first_frame' });

  it('is likely blocked after three times, at an unknown layer', () => {
    expect(diagnoseTarget(socket, thrice, aTargetContext())).toMatchObject({
      state: 'likely_blocked',
      confidence: 'medium',
      mechanisms: ['timeout'],
      reason: 'no-answer',
    });
  });

  it('proves nothing after two times', () => {
    expect(diagnoseTarget(socket, thrice.slice(0, 2), aTargetContext()).state).toBe('insufficient');
  });
});

describe('a failure without proof', () => {
  it.each<[FailureKind, Mechanism[], Reason]>([
    ['name', ['dns.error'], 'dns-fails'],
    ['timeout', ['timeout'], 'no-answer'],
    ['connectTimeout', ['tcp.timeout'], 'no-answer'],
    ['reset', ['reset'], 'cut-off'],
    ['refused', ['tcp.refused'], 'refused'],
    ['unreachable', ['ip.unreachable'], 'unreachable'],
    ['handshake', ['tls.alert'], 'handshake-fails'],
    ['unclear', [], 'unclear-failure'],
  ])('%s, seen three times, makes likely blocked by %j', (kind, mechanisms, reason) => {
    const verdict = diagnoseTarget(target, repeated(kind, 3), aTargetContext());

    expect(verdict).toEqual({
      state: 'likely_blocked',
      confidence: 'medium',
      locus: 'unknown',
      mechanisms,
      reason,
      artefact: false,
    });
  });

  it('has no verdict after two times', () => {
    const verdict = diagnoseTarget(target, repeated('reset', 2), aTargetContext());

    expect(verdict).toMatchObject({ state: 'insufficient', reason: 'too-few-attempts' });
  });

  it('has no verdict without a passed gate in between', () => {
    const context = aTargetContext({ gates: [aGate(0), aGate(70)] });

    const verdict = diagnoseTarget(target, repeated('reset', 3), context);

    expect(verdict.state).toBe('insufficient');
  });

  it('has no verdict where certificates are bad everywhere', () => {
    const context = aTargetContext({ certificatesGood: false });

    const verdict = diagnoseTarget(target, repeated('untrusted', 3), context);

    expect(verdict.state).toBe('insufficient');
  });

  it('has low confidence and all mechanisms where each attempt failed differently', () => {
    const attempts = spaced([aFailure('timeout'), aFailure('reset'), aFailure('refused')]);

    const verdict = diagnoseTarget(target, attempts, aTargetContext());

    expect(verdict).toMatchObject({
      state: 'likely_blocked',
      confidence: 'low',
      mechanisms: ['reset', 'tcp.refused', 'timeout'],
      reason: 'unclear-failure',
    });
  });

  const broken = aFailure('reset', {
    failedOperation: 'http_round_trip',
    browserError: 'NS_ERROR_ABORT',
  });

  it('has no label of a cut where Firefox broke off connections beside silence', () => {
    const attempts = spaced([broken, broken, aFailure('timeout')]);

    const verdict = diagnoseTarget(target, attempts, aTargetContext());

    expect(verdict).toMatchObject({
      state: 'likely_blocked',
      confidence: 'low',
      mechanisms: ['timeout'],
      reason: 'unclear-failure',
    });
  });

  it('is a cut where Firefox broke off each connection', () => {
    const verdict = diagnoseTarget(target, spaced([broken, broken, broken]), aTargetContext());

    expect(verdict).toMatchObject({ mechanisms: ['reset'], reason: 'cut-off' });
  });

  const denied = aResolution({
    resolver: 'state',
    national: true,
    rcode: 'NXDOMAIN',
    addresses: [],
  });

  it.each<[string, FailureKind[], Resolution[], Mechanism[]]>([
    ['that is found at once afterwards', ['name', 'reset', 'reset'], [], ['reset']],
    ['that was found before', ['refused', 'refused', 'name'], [], ['tcp.refused']],
    ['that fails twice', ['name', 'reset', 'name'], [], ['dns.error', 'reset']],
    ['beside nothing but silence', ['name', 'timeout', 'timeout'], [], ['dns.error', 'timeout']],
    ['that the state denies', ['name', 'reset', 'reset'], [denied], ['dns.nxdomain', 'reset']],
  ])('labels a name %s: %j', (_, kinds, resolutions, mechanisms) => {
    const attempts = spaced(kinds.map((kind) => aFailure(kind)));

    const verdict = diagnoseTarget(target, attempts, aTargetContext({ resolutions }));

    expect(verdict).toMatchObject({ state: 'likely_blocked', confidence: 'low', mechanisms });
  });

  it('never has high confidence, however often it repeats', () => {
    const verdict = diagnoseTarget(target, repeated('reset', 6), aTargetContext());

    expect(verdict).toMatchObject({ state: 'likely_blocked', confidence: 'medium' });
  });

  it('excludes the server’s own failures', () => {
    const attempts = spaced([aFailure('reset'), aFailure('reset'), aFailure('serverError')]);

    const verdict = diagnoseTarget(target, attempts, aTargetContext());

    expect(verdict.state).toBe('insufficient');
  });
});

it('labels no name that Firefox found at once afterwards, where it was refused or unreachable', () => {
  const refused = { failedOperation: 'connect', failure: 'unknown_failure: X' } as const;
  const after = (operation: Partial<typeof refused>) => {
    const others = repeated('unclear', 2).map((one) => ({ ...one, ...operation }));
    return diagnoseTarget(target, spaced([aFailure('name'), ...others]), aTargetContext());
  };

  expect(after(refused).mechanisms).toEqual([]);
  expect(after({}).mechanisms).toEqual(['dns.error']);
});

describe('names that fail without a trusted resolver’s answer', () => {
  const denied = aResolution({
    resolver: 'state',
    national: true,
    rcode: 'NXDOMAIN',
    addresses: [],
  });

  it.each<[string, Resolution[], number]>([
    ['dns.nxdomain', [denied], 100],
    ['dns.refused', [{ ...denied, rcode: 'REFUSED' }], 100],
    ['dns.error', [{ ...denied, name: 'other.example' }], 100],
    ['dns.error', [], 100],
    ['dns.timeout', [denied], 6_000],
  ])('are called %s by what is known of them', (mechanism, resolutions, totalMs) => {
    const attempts = repeated('name', 3).map((attempt) => ({ ...attempt, totalMs }));

    const verdict = diagnoseTarget(aTarget(), attempts, aTargetContext({ resolutions }));

    expect(verdict).toMatchObject({ state: 'likely_blocked', mechanisms: [mechanism] });
  });
});

it('calls it the resolver’s silence, though our own limit ended some of it sooner', () => {
  const silentName = aFailure('name', { totalMs: 10_000 });
  const attempts = spaced([silentName, aFailure('timeout'), aFailure('timeout')]);

  expect(diagnoseTarget(target, attempts, aTargetContext())).toMatchObject({
    state: 'likely_blocked',
    mechanisms: ['dns.timeout'],
  });
});

it.each<[string, ReturnType<typeof aFailure>[], Mechanism]>([
  [
    'its server was silent for longer than the resolver',
    [aFailure('timeout', { totalMs: 15_000 }), aFailure('timeout')],
    'timeout',
  ],
  ['its server cut it off', [aFailure('reset'), aFailure('reset')], 'reset'],
])('does not call one silence the resolver’s where %s, too', (_case, others, mechanism) => {
  const attempts = spaced([aFailure('name', { totalMs: 10_000 }), ...others]);

  expect(diagnoseTarget(target, attempts, aTargetContext()).mechanisms).toEqual([mechanism]);
});
