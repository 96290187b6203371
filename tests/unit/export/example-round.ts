import type { Attempt } from '../../../lib/model/attempt.ts';
import type { Round } from '../../../lib/model/round.ts';
import type { ServiceResult, TargetResult } from '../../../lib/model/service.ts';
import { noCircumstances } from '../../helpers/rounds.ts';

/** One attempt that got through. */
export function exampleAttempt(overrides: Partial<Attempt> = {}): Attempt {
  return {
    n: 1,
    startedAt: '2026-03-01T10:00:01.250Z',
    ok: true,
    failure: null,
    failedOperation: null,
    browserError: null,
    httpStatus: 200,
    remoteIp: '192.0.2.10',
    remoteIpKind: null,
    protocol: 'h2',
    dnsMs: 12.5,
    connectMs: 30,
    tlsMs: 41,
    ttfbMs: 60,
    totalMs: 150.75,
    bytes: 1024,
    freezeAtBytes: null,
    reusedConnection: false,
    valid: true,
    ...overrides,
  };
}

export function exampleTarget(overrides: Partial<TargetResult> = {}): TargetResult {
  return {
    id: 'telegram/web',
    role: 'web',
    kind: 'https',
    url: 'https://web.example/',
    state: 'ok',
    mechanisms: [],
    retired: false,
    attempts: [exampleAttempt()],
    ...overrides,
  };
}

export function exampleService(overrides: Partial<ServiceResult> = {}): ServiceResult {
  return {
    id: 'telegram',
    name: 'Telegram',
    state: 'ok',
    roundState: 'ok',
    confidence: 'high',
    scope: 'service',
    locus: 'unknown',
    mechanisms: [],
    reason: 'got-through',
    roles: [{ role: 'web', required: true, state: 'ok', mechanisms: [] }],
    targets: [exampleTarget()],
    ...overrides,
  };
}

export function exampleRound(overrides: Partial<Round> = {}): Round {
  return {
    schema: 'dozvon.round/1',
    id: 'round-1',
    startedAt: '2026-03-01T10:00:00.000Z',
    finishedAt: '2026-03-01T10:00:12.300Z',
    trigger: 'manual',
    software: { version: '0.1.0', logic: '1', catalog: '2026-03-01', browser: 'Chromium 150' },
    network: {
      state: 'normal',
      confidence: 'high',
      resolverPath: 'system',
      controls: [
        { id: 'foreign-1', group: 'foreign', ok: true, failure: null, totalMs: 80 },
        { id: 'domestic-1', group: 'domestic', ok: true, failure: null, totalMs: 20 },
      ],
    },
    routing: {
      verdict: 'vpn_likely',
      confidence: 'low',
      exitCountry: 'NL',
      exitAsn: 64500,
      signals: [],
    },
    services: [exampleService()],
    circumstances: noCircumstances,
    ...overrides,
  };
}
