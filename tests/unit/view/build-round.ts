import type { Attempt } from '../../../lib/model/attempt.ts';
import type { RoundProgress, ServiceProgress } from '../../../lib/model/progress.ts';
import type { Round } from '../../../lib/model/round.ts';
import type { RoutingSignal, RoutingVerdict, SeenRoute } from '../../../lib/model/route.ts';
import type { ServiceResult } from '../../../lib/model/service.ts';
import type { Confidence } from '../../../lib/model/state.ts';
import type { RouteSeen } from '../../../lib/view/route.ts';
import { noCircumstances } from '../../helpers/rounds.ts';

/** The route may be told, and was never looked at. */
export const noLook: RouteSeen = { route: null, gap: null };

/** A look at the route, two hours and a quarter before the round unless told otherwise. */
export function aLook(
  verdict: RoutingVerdict,
  confidence: Confidence = 'medium',
  at = '2026-03-01T09:45:00.000Z',
): SeenRoute {
  const kind = { kind: 'network', points: 'vpn', strength: 'strong' } as const;
  const signals: RoutingSignal[] = [{ id: 'network-hosting', ...kind, detail: '' }];
  return { at, routing: { verdict, confidence, signals } };
}

export function buildService(part: Partial<ServiceResult> = {}): ServiceResult {
  const state = part.state ?? 'ok';
  return {
    id: 'signal',
    name: 'Signal',
    state,
    roundState: state,
    confidence: 'high',
    scope: 'service',
    locus: 'unknown',
    mechanisms: [],
    reason: 'got-through',
    roles: [],
    targets: [],
    ...part,
  };
}

export function buildAttempt(part: Partial<Attempt> = {}): Attempt {
  return {
    n: 1,
    startedAt: '2026-03-01T12:00:01.000Z',
    ok: true,
    failure: null,
    failedOperation: null,
    browserError: null,
    httpStatus: 200,
    remoteIp: null,
    remoteIpKind: null,
    protocol: null,
    dnsMs: null,
    connectMs: null,
    tlsMs: null,
    ttfbMs: null,
    totalMs: 120,
    bytes: 900,
    freezeAtBytes: null,
    reusedConnection: false,
    valid: true,
    ...part,
  };
}

/** It saw a sign of a detour, and asked nobody at home. */
export function buildSparedRound(part: Partial<Round> = {}): Round {
  return buildRound({ circumstances: { ...noCircumstances, homeSpared: true }, ...part });
}

export function buildRound(part: Partial<Round> = {}): Round {
  return {
    schema: 'dozvon.round/1',
    id: 'round-1',
    startedAt: '2026-03-01T12:00:00.000Z',
    finishedAt: '2026-03-01T12:00:20.000Z',
    trigger: 'schedule',
    software: { version: '0.1.0', logic: '1', catalog: '1', browser: 'Chromium 150' },
    network: { state: 'normal', confidence: 'high', resolverPath: 'system', controls: [] },
    routing: { verdict: 'unknown', confidence: 'low', signals: [] },
    services: [buildService()],
    circumstances: noCircumstances,
    ...part,
  };
}

export function buildProgress(services: Partial<ServiceProgress>[]): RoundProgress {
  return {
    roundId: 'round-2',
    trigger: 'manual',
    startedAt: '2026-03-01T12:10:00.000Z',
    services: services.map((part) => ({
      id: 'signal',
      name: 'Signal',
      stage: 'waiting',
      word: null,
      reached: 0,
      probed: 0,
      total: 4,
      ...part,
    })),
  };
}
