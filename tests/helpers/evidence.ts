import type { ControlEvidence } from '../../lib/diagnose/evidence/control-evidence.ts';
import type { RoundEvidence, ServiceEvidence } from '../../lib/diagnose/evidence/round-evidence.ts';
import type { NetworkVerdict } from '../../lib/diagnose/network/network-verdict.ts';
import type { SharedContext } from '../../lib/diagnose/service/service.ts';
import type { TargetContext } from '../../lib/diagnose/target/target-context.ts';
import type { Verdict } from '../../lib/diagnose/verdict.ts';
import type { Attempt } from '../../lib/model/attempt.ts';
import type { Gate } from '../../lib/model/network.ts';
import type { AddressProbe, Resolution } from '../../lib/model/resolution.ts';
import { aFailure, anAttempt } from './attempts.ts';
import { aService } from './catalog.ts';
import { at } from './clock.ts';

export function aGate(startSeconds: number, overrides: Partial<Gate> = {}): Gate {
  return {
    startedAt: at(startSeconds),
    finishedAt: at(startSeconds + 1),
    passed: true,
    ...overrides,
  };
}

/** Gates 20 s apart, so that each attempt of `spaced` has one before and one after it. */
export function passingGates(attempts = 6): Gate[] {
  return Array.from({ length: attempts + 1 }, (_, index) => aGate(20 * index));
}

export function aResolution(overrides: Partial<Resolution> = {}): Resolution {
  return {
    name: 'web.chat.example',
    resolver: 'trusted',
    national: false,
    rcode: 'NOERROR',
    addresses: ['93.184.216.34'],
    ...overrides,
  };
}

/** A server that completes the handshake with a certificate for another name. */
export function anAddressProbe(overrides: Partial<AddressProbe> = {}): AddressProbe {
  return {
    name: 'web.chat.example',
    address: '93.184.216.34',
    attempts: [aFailure('wrongName', { ok: true })],
    ...overrides,
  };
}

/** Two servers of the name that complete handshakes, three in all. */
export function aPair(name = 'web.chat.example'): AddressProbe[] {
  const completed = aFailure('wrongName', { ok: true });
  return [
    anAddressProbe({ name, attempts: [completed, completed] }),
    anAddressProbe({ name, address: '93.184.216.35', attempts: [completed] }),
  ];
}

export function aNetwork(overrides: Partial<NetworkVerdict> = {}): NetworkVerdict {
  return { state: 'normal', confidence: 'high', trouble: null, ...overrides };
}

export function aControlEvidence(overrides: Partial<ControlEvidence> = {}): ControlEvidence {
  return { id: 'foreign', group: 'foreign', attempts: [anAttempt()], ...overrides };
}

/** A normal network with passed gates before, between and after all attempts. */
export function aTargetContext(
  overrides: Partial<SharedContext & TargetContext> = {},
): SharedContext & TargetContext {
  return {
    callReach: { foreign: 'unknown', domestic: 'unknown' },
    home: { country: 'RU', languages: ['ru'] },
    homeSpared: false,
    resolutions: [],
    addressProbes: [],
    provenNames: new Set(['web.chat.example']),
    transferRates: { download: null, upload: null, waver: false },
    lossless: true,
    limitsHandshakes: true,
    givesOutAddresses: false,
    byProxy: false,
    failuresByAddress: new Set(),
    onlyHttps: false,
    sitesHangUp: false,
    refusedAlike: false,
    strays: new Map(),
    gates: passingGates(),
    certificatesGood: true,
    clockWrong: false,
    credibleAuthorities: new Set(['own_ca', 'national_ca']),
    sitesForged: false,
    neutralErrors: 0,
    siblingForgeries: 0,
    siblingsFiltered: false,
    freshHosts: new Set(),
    hidesConnections: false,
    ...overrides,
  };
}

export function aVerdict(overrides: Partial<Verdict> = {}): Verdict {
  return {
    state: 'ok',
    confidence: 'high',
    locus: 'unknown',
    mechanisms: [],
    reason: 'got-through',
    artefact: false,
    ...overrides,
  };
}

export function aServiceEvidence(
  attempts: Record<string, readonly Attempt[]>,
  overrides: Partial<ServiceEvidence> = {},
): ServiceEvidence {
  return {
    service: aService(),
    forbidden: new Set(),
    ...overrides,
    attempts: new Map(Object.entries(attempts)),
  };
}

export function aRoundEvidence(overrides: Partial<RoundEvidence> = {}): RoundEvidence {
  return {
    id: 'round-1',
    startedAt: at(0),
    finishedAt: at(200),
    trigger: 'schedule',
    home: { country: 'RU', languages: ['ru'] },
    software: { version: '0.1.0', logic: '1', catalog: '2026-11-25', browser: 'Chromium 156' },
    network: aNetwork(),
    online: true,
    usualMs: null,
    gateOpenedAt: at(1),
    controls: [aControlEvidence()],
    gates: passingGates(),
    services: [],
    resolutions: [],
    addressProbes: [],
    routing: null,
    ...overrides,
  };
}
