import { describe, expect, it } from 'vitest';
import { hostOf } from '../../../../lib/catalog/host-of.ts';
import type { Target } from '../../../../lib/catalog/schema.ts';
import {
  freshlyReachedHosts,
  invalidateOld,
  isOnlyOverOld,
} from '../../../../lib/diagnose/evidence/old-connections.ts';
import type { ServiceEvidence } from '../../../../lib/diagnose/evidence/round-evidence.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { aFailure, anAttempt, anInvalidAttempt, spaced } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import {
  aControlEvidence,
  aRoundEvidence,
  aServiceEvidence,
  aTargetContext,
  passingGates,
} from '../../../helpers/evidence.ts';

const reused = anAttempt({ reusedConnection: true });
const fresh = anAttempt({ reusedConnection: false });
const redirect = anAttempt({ httpStatus: 302, reusedConnection: null });
const reset = aFailure('reset', { reusedConnection: null });
const overHttp3 = aFailure('unclear', {
  failure: 'unknown_failure: net::ERR_QUIC_PROTOCOL_ERROR',
  browserError: 'net::ERR_QUIC_PROTOCOL_ERROR',
});
const byProxy = { reusedConnection: null, remoteIpKind: 'proxy' } as const;
const target = aTarget();

describe('an answer over an open connection', () => {
  it.each<[boolean, string, Attempt, Attempt[]]>([
    [true, 'nothing was asked afterwards', reused, []],
    [false, 'a new connection failed afterwards', reused, [reset]],
    [false, 'a new connection got through afterwards', reused, [fresh]],
    [false, 'a redirect hides it, and a new connection failed', redirect, [reset]],
    [true, 'what came afterwards was no evidence', reused, [anInvalidAttempt()]],
    [true, 'it was opened for it', fresh, [reset]],
  ])('counts: %s, where %s', (valid, _case, first, later) => {
    const [judged] = invalidateOld(target, [first, ...later]);

    expect(judged).toEqual({ ...first, valid });
  });

  it.each(['http', 'download', 'websocket'] as const)('counts for a target of kind %s', (kind) => {
    const attempts = [reused, reset];

    expect(invalidateOld(aTarget({ kind }), attempts)).toEqual(attempts);
  });

  it('is not made invalid by what came before', () => {
    expect(invalidateOld(target, [reset, reused])).toEqual([reset, reused]);
  });

  it('counts beside an attempt that was begun before and ends after it', () => {
    const [before, answer] = spaced([aFailure('timeout'), reused]);

    expect(
      invalidateOld(
        target,
        [answer, before].flatMap((one) => one ?? []),
      )[0]?.valid,
    ).toBe(true);
  });

  it('leaves an answer under a private authority alone, which takes a handshake', () => {
    const unknownAuthority = aFailure('untrusted', { ok: true, reusedConnection: null });

    expect(invalidateOld(target, [unknownAuthority, reset])[0]?.valid).toBe(true);
  });
});

describe('a failure of HTTP/3', () => {
  it.each<[boolean, string, Attempt[]]>([
    [true, 'nothing else was tried', []],
    [true, 'only HTTP/3 failed afterwards', [overHttp3]],
    [false, 'TCP failed afterwards', [overHttp3, reset]],
    [false, 'TCP got through afterwards', [fresh]],
    [true, 'what came afterwards was no evidence', [anInvalidAttempt()]],
  ])('counts: %s, where %s', (valid, _case, later) => {
    expect(invalidateOld(target, [overHttp3, ...later])[0]).toEqual({ ...overHttp3, valid });
  });
});

/** A round with these attempts on the only target. */
function roundOf(attempts: Attempt[]) {
  const services = [aServiceEvidence({ 'chat/web': spaced(attempts) })];
  const evidence = aRoundEvidence({ services, gates: passingGates() });
  return diagnoseRound(evidence, new Map()).round.services[0];
}

describe('a service', () => {
  it('is not reached by what Chromium says where HTTP/3 and TCP both fail', () => {
    const service = roundOf([overHttp3, overHttp3, overHttp3]);

    expect(service).toMatchObject({ roundState: 'likely_blocked', reason: 'unclear-failure' });
  });

  it('fails as TCP does where that was tried beside HTTP/3', () => {
    const service = roundOf([overHttp3, reset, reset, reset]);

    expect(service?.roundState).toBe('likely_blocked');
    expect(service?.mechanisms).toEqual(['reset']);
  });

  it('fails where only a connection from before lives', () => {
    const service = roundOf([reused, reset, reset, reset]);

    expect(service).toMatchObject({ roundState: 'likely_blocked', reason: 'cut-off' });
    expect(service?.targets[0]?.attempts.map(({ valid }) => valid)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('answers as it should where a new connection opens beside it', () => {
    expect(roundOf([reused, fresh])).toMatchObject({ roundState: 'ok', reason: 'got-through' });
  });

  it('answers where a connection that the round opened carries a request, though one that wavers is asked again', () => {
    const host = { urls: ['https://chat.example/'] };
    const targets = [aTarget({ id: 'api', ...host }), aTarget({ id: 'web', ...host })];
    const [failed, opened, carried, again] = spaced([reset, fresh, reused, reset]);
    const listed = (...all: (Attempt | undefined)[]) => all.flatMap((one) => one ?? []);
    const services = [
      aServiceEvidence(
        { api: listed(failed, carried, again), web: listed(opened) },
        { service: aService({ targets }) },
      ),
    ];

    const { round } = diagnoseRound(aRoundEvidence({ services, gates: passingGates() }), new Map());

    expect(round.services[0]).toMatchObject({ roundState: 'ok' });
    const kept = round.services[0]?.targets[0]?.attempts.map(({ valid }) => valid);
    expect(kept).toEqual([true, true, true]);
  });

  it('shows no loss of packets where connections from before live and new ones are silent', () => {
    const silent = Array.from({ length: 3 }, () => aFailure('timeout'));
    const services = ['a', 'b', 'c', 'd'].map((id) =>
      aServiceEvidence(
        { [id]: spaced([reused, ...silent]) },
        { service: aService({ id, targets: [aTarget({ id })] }) },
      ),
    );

    const { round } = diagnoseRound(aRoundEvidence({ services, gates: passingGates() }), new Map());

    expect(round.network.state).toBe('normal');
    expect(round.services.map(({ roundState }) => roundState)).toEqual(
      Array.from({ length: 4 }, () => 'likely_blocked'),
    );
  });

  it('is said to answer over an old one where nothing else was asked', () => {
    expect(roundOf([reused])).toMatchObject({
      roundState: 'ok',
      confidence: 'medium',
      reason: 'over-old-connection',
    });
  });
});

describe('where the browser tells of no connection whether it was open before', () => {
  const hidden = anAttempt({ reusedConnection: null });
  const untrusted = aFailure('untrusted', { ok: true, reusedConnection: null });
  const opened = anAttempt({ httpStatus: 101, reusedConnection: null });
  const roundBeside = (
    control: Attempt[],
    attempts: Record<string, Attempt[]>,
    targets: Target[] = [target],
  ) => {
    const service = aService({ targets });
    const controls = [aControlEvidence({ attempts: control })];
    const services = [aServiceEvidence(attempts, { service })];
    return diagnoseRound(aRoundEvidence({ controls, services, gates: passingGates() }), new Map())
      .round.services[0];
  };

  it.each<[string, string, Attempt[], Attempt]>([
    ['over-old-connection', 'no control shows it either', [hidden], hidden],
    ['over-old-connection', 'a redirect hides it', [hidden], redirect],
    ['got-through', 'a control shows it', [hidden, fresh], hidden],
    ['got-through', 'a proxy answered the controls', [anAttempt(byProxy)], anAttempt(byProxy)],
    ['got-through', 'no control answered with a status', [{ ...hidden, httpStatus: null }], hidden],
    ['got-through', 'its authority shows a handshake', [hidden], untrusted],
  ])('is said to be %s where %s', (reason, _case, controls, attempt) => {
    const own = aTarget({ kind: 'https', authority: 'own_ca' });

    expect(roundBeside(controls, { 'chat/web': [attempt] }, [own])).toMatchObject({
      roundState: 'ok',
      reason,
    });
  });

  it('a WebSocket that opens shows that its host was reached anew', () => {
    const socket = aTarget({
      id: 'chat/socket',
      kind: 'websocket',
      urls: [`wss://${hostOf(target)}/`],
    });
    const attempts = { 'chat/web': [hidden], 'chat/socket': [opened] };

    expect(roundBeside([hidden], attempts, [target, socket])).toMatchObject({
      reason: 'got-through',
    });
  });
});

describe('a target', () => {
  const hosts = (services: ServiceEvidence[]) => freshlyReachedHosts(services, false);
  const context = (freshHosts: Set<string>) => aTargetContext({ freshHosts });

  it('is reached only over an old connection until its host is reached freshly', () => {
    const other = { ...target, id: 'chat/other' };
    const service = aService({ targets: [target, other] });
    const none = hosts([
      aServiceEvidence({ 'chat/web': [reused], 'chat/other': [reset] }, { service }),
    ]);
    const some = hosts([
      aServiceEvidence({ 'chat/web': [reused], 'chat/other': [fresh] }, { service }),
    ]);

    expect(isOnlyOverOld(target, [reused], context(none))).toBe(true);
    expect(isOnlyOverOld(target, [reused], context(some))).toBe(false);
  });

  it.each<[boolean, string, Attempt[]]>([
    [true, 'all came over open ones', [reused, reset]],
    [false, 'one came over a new one', [reused, fresh]],
    [false, 'nothing came', [reset]],
    [false, 'the browser hides it', [redirect]],
  ])('is reached only over old connections: %s, where %s', (expected, _case, attempts) => {
    expect(isOnlyOverOld(target, attempts, context(new Set()))).toBe(expected);
  });

  it('without a handshake has none to miss', () => {
    expect(isOnlyOverOld(aTarget({ kind: 'http' }), [reused], context(new Set()))).toBe(false);
  });
});
