import type { JournalEntry } from '../../lib/model/journal.ts';
import type { Plan } from '../../lib/model/plan.ts';
import type { Round, RoundCircumstances, Software } from '../../lib/model/round.ts';
import type { RoutingSignal } from '../../lib/model/route.ts';
import type { ServiceResult, TargetResult } from '../../lib/model/service.ts';
import type { Standing } from '../../lib/model/standing.ts';
import { at } from './clock.ts';

export const someSoftware: Software = {
  version: '0.1.0',
  logic: '1',
  catalog: '2026-11-25',
  browser: 'Chromium 156',
};

export const noCircumstances: RoundCircumstances = {
  online: true,
  usualMs: null,
  gateOpenedAt: at(1),
  controls: [],
  gates: [],
  resolutions: [],
  addressProbes: [],
  forbidden: [],
};

export function aPlan(overrides: Partial<Plan> = {}): Plan {
  return {
    id: 'round-1',
    trigger: 'schedule',
    startedAt: at(0),
    full: true,
    usualMs: null,
    services: [{ id: 'chat', depth: 'all', transfers: [] }],
    ...overrides,
  };
}

export function aRound(overrides: Partial<Round> = {}): Round {
  return {
    schema: 'dozvon.round/1',
    id: 'round-1',
    startedAt: at(0),
    finishedAt: at(60),
    trigger: 'schedule',
    software: someSoftware,
    network: { state: 'normal', confidence: 'high', resolverPath: 'unknown', controls: [] },
    routing: { verdict: 'unknown', confidence: 'low', signals: [] },
    services: [],
    circumstances: noCircumstances,
    ...overrides,
  };
}

export function aServiceResult(overrides: Partial<ServiceResult> = {}): ServiceResult {
  return {
    id: 'chat',
    name: 'Chat',
    state: 'ok',
    roundState: 'ok',
    confidence: 'high',
    scope: 'service',
    locus: 'unknown',
    mechanisms: [],
    reason: 'got-through',
    roles: [],
    targets: [],
    ...overrides,
  };
}

export function aTargetResult(overrides: Partial<TargetResult> = {}): TargetResult {
  return {
    id: 'chat/web',
    role: 'web',
    kind: 'https',
    url: 'https://web.chat.example/',
    state: 'ok',
    mechanisms: [],
    retired: false,
    attempts: [],
    ...overrides,
  };
}

export function aSignal(overrides: Partial<RoutingSignal> = {}): RoutingSignal {
  return {
    id: 'exit-abroad',
    kind: 'exit',
    points: 'vpn',
    strength: 'weak',
    detail: 'Foreign sites see the traffic come from another country.',
    ...overrides,
  };
}

export function aStanding(overrides: Partial<Standing> = {}): Standing {
  return {
    service: 'chat',
    state: 'ok',
    since: at(-900),
    mechanisms: [],
    candidate: null,
    candidateRounds: [],
    rounds: ['round-0'],
    ...overrides,
  };
}

export function standingsOf(...standings: Standing[]): Map<string, Standing> {
  return new Map(standings.map((one) => [one.service, one]));
}

export function planEntry(plan: Plan): JournalEntry {
  return { kind: 'plan', plan };
}
