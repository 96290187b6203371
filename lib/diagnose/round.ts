import type { Attempt } from '../model/attempt.ts';
import type { ControlResult, Gate } from '../model/network.ts';
import type { AddressProbe, Resolution } from '../model/resolution.ts';
import type { Round, RoundCircumstances, Software, Trigger } from '../model/round.ts';
import type { RoutingResult } from '../model/route.ts';
import type { ServiceResult } from '../model/service.ts';
import type { Standing } from '../model/standing.ts';
import type { Scope } from '../model/state.ts';
import { invalidateLoneUnknowns } from '../observe/unknown-codes.ts';
import { nothingKnown, routingOf } from '../routing/infer.ts';
import type { RoutingObservation } from '../routing/observation.ts';
import { callReachabilityOf } from './calls.ts';
import { invalidateUngated } from './gates.ts';
import { retiredTargets, updateTargetHealth } from './health.ts';
import { nextStanding } from './hysteresis.ts';
import { hasIntermittentGates, hasPacketLoss, isLossless } from './loss.ts';
import {
  type ControlEvidence,
  diagnoseNetwork,
  isReached,
  type NetworkVerdict,
} from './network.ts';
import { acceptsUnauthenticatedAnswer, isPlainHttpCheck } from './plain.ts';
import { resolverPathOf } from './resolver-path.ts';
import { diagnoseService, type ServiceEvidence, type ServiceVerdict } from './service.ts';
import { transferRatesOf } from './transfer-rates.ts';
import { isFailureState } from './verdict.ts';

/** Version of the rules in this folder; recorded with every round. Raise it when a verdict may change. */
export const logicVersion = '6';

/** All that a round observed, before anything is concluded about services. */
export interface RoundEvidence {
  id: string;
  startedAt: string;
  finishedAt: string;
  trigger: Trigger;
  software: Software;
  network: NetworkVerdict;
  /** What the browser said of the link when the gate was opened. */
  online: boolean;
  /** Median of the controls' times in earlier rounds; null where there were too few. */
  usualMs: number | null;
  /** ISO 8601 UTC. */
  gateOpenedAt: string;
  controls: readonly ControlEvidence[];
  gates: readonly Gate[];
  services: readonly ServiceEvidence[];
  resolutions: readonly Resolution[];
  addressProbes: readonly AddressProbe[];
  /** Or what was concluded of it before, where what was seen is not kept. Null where nobody looked. */
  routing: RoutingObservation | RoutingResult | null;
}

export interface DiagnosedRound {
  round: Round;
  standings: Standing[];
}

/** Pure: the same evidence and standings always give the same round. */
export function diagnoseRound(
  seen: RoundEvidence,
  standings: ReadonlyMap<string, Standing>,
): DiagnosedRound {
  const evidence = { ...seen, network: reassessNetwork(seen) };
  const shared = {
    resolutions: evidence.resolutions,
    addressProbes: evidence.addressProbes,
    transferRates: transferRatesOf(evidence),
    lossless: isLossless(evidence),
    callReach: callReachabilityOf(evidence.controls),
    gates: evidence.gates,
    certificatesGood: evidence.controls.some(isGoodCertificate),
  };
  const judged = evidence.services.map((service) => ({
    service: service.service,
    verdict: diagnoseService(
      {
        ...service,
        attempts: gatedAttempts(service, evidence.gates),
        retired: retiredTargets(service.service, standings.get(service.service.id)?.health ?? []),
      },
      shared,
      evidence.network,
    ),
  }));
  const next = judged.map(({ service, verdict }) => {
    const standing = standings.get(service.id);
    const plain = new Set(service.targets.filter(isPlainHttpCheck).map(({ id }) => id));
    // In plain HTTP even a server that is out of order gets through: no sibling to be compared with.
    const compared = verdict.targets.filter(({ id }) => !plain.has(id));
    const health = updateTargetHealth(standing?.health ?? [], compared);
    const roundVerdict = {
      service: service.id,
      roundId: evidence.id,
      at: evidence.startedAt,
      state: verdict.state,
      mechanisms: verdict.mechanisms,
      artefact: verdict.artefact,
    };
    return { ...nextStanding(standing, roundVerdict), ...(health.length > 0 && { health }) };
  });
  const services = judged.map(({ service, verdict }, index): ServiceResult => {
    const standing = next[index];
    // A gap is shown as a gap, whatever was known before.
    const state = verdict.state === 'insufficient' ? verdict.state : standing?.state;
    return {
      id: service.id,
      name: service.name,
      state: state ?? verdict.state,
      roundState: verdict.state,
      confidence: verdict.confidence,
      scope: scopeOf(verdict, evidence.network),
      locus: verdict.locus,
      mechanisms: verdict.mechanisms,
      reason: verdict.reason,
      roles: verdict.roles,
      targets: verdict.targets,
    };
  });
  const routing = concludeRouting(evidence.routing, countChanges(services, standings));
  return { round: assemble(evidence, services, routing), standings: next };
}

/** The gate was opened in a lucky moment where the round went on to lose packets, or later gates. */
function reassessNetwork(evidence: RoundEvidence): NetworkVerdict {
  const network = reassessSlowness(evidence);
  const lossy =
    network.state === 'normal' && (hasIntermittentGates(evidence) || hasPacketLoss(evidence));
  if (!lossy) return network;
  return { state: 'degraded', confidence: 'medium', trouble: 'loss' };
}

/**
 * Two controls that lost a packet each, or a link that came up while they were asked, make a slow median;
 * what was asked in the course of the round knows better.
 */
function reassessSlowness(evidence: RoundEvidence): NetworkVerdict {
  const { network, controls, services, online, usualMs } = evidence;
  if (network.trouble !== 'slow') return network;
  const answers = services.flatMap(({ attempts }) =>
    [...attempts.values()].flat().filter((attempt) => attempt.ok && attempt.valid),
  );
  return diagnoseNetwork(controls, online, usualMs, answers);
}

function gatedAttempts(
  evidence: ServiceEvidence,
  gates: readonly Gate[],
): Map<string, readonly Attempt[]> {
  const unauthenticated = evidence.service.targets.filter(acceptsUnauthenticatedAnswer);
  const ids = new Set(unauthenticated.map(({ id }) => id));
  return new Map(
    [...evidence.attempts].map(([id, attempts]) => [
      id,
      invalidateLoneUnknowns(invalidateUngated(attempts, gates, ids.has(id))),
    ]),
  );
}

function concludeRouting(seen: RoundEvidence['routing'], changedServices: number): RoutingResult {
  if (seen === null) return nothingKnown;
  return 'verdict' in seen ? seen : routingOf(seen, changedServices);
}

/** Services that now work where they did not, or the other way round. */
function countChanges(
  services: readonly ServiceResult[],
  standings: ReadonlyMap<string, Standing>,
): number {
  return services.filter(({ id, roundState }) => {
    const before = standings.get(id)?.state;
    if (before === undefined || roundState === 'insufficient') return false;
    return (before === 'ok') !== (roundState === 'ok');
  }).length;
}

function assemble(
  evidence: RoundEvidence,
  services: ServiceResult[],
  routing: RoutingResult,
): Round {
  return {
    schema: 'dozvon.round/1',
    id: evidence.id,
    startedAt: evidence.startedAt,
    finishedAt: evidence.finishedAt,
    trigger: evidence.trigger,
    software: evidence.software,
    network: {
      state: evidence.network.state,
      confidence: evidence.network.confidence,
      resolverPath: resolverPathOf(services, evidence.resolutions, routing),
      controls: evidence.controls.map(controlResult),
    },
    routing,
    services,
    circumstances: circumstancesOf(evidence),
  };
}

function circumstancesOf(evidence: RoundEvidence): RoundCircumstances {
  const planned = evidence.services.flatMap((service) => [...service.attempts.keys()]);
  const forbidden = evidence.services.flatMap((service) => [...service.forbidden]);
  return {
    online: evidence.online,
    usualMs: evidence.usualMs,
    gateOpenedAt: evidence.gateOpenedAt,
    controls: evidence.controls.map(({ id, attempts }) => ({ id, attempts: [...attempts] })),
    gates: [...evidence.gates],
    resolutions: [...evidence.resolutions],
    addressProbes: evidence.addressProbes.map((one) => ({ ...one, attempts: [...one.attempts] })),
    forbidden: [...new Set(forbidden)].filter((id) => planned.includes(id)),
  };
}

function controlResult(control: ControlEvidence): ControlResult {
  const decisive =
    control.attempts.find((attempt) => attempt.ok && attempt.valid) ?? control.attempts.at(-1);
  return {
    id: control.id,
    group: control.group,
    ok: isReached(control),
    failure: decisive?.failure ?? null,
    totalMs: decisive?.totalMs ?? null,
  };
}

function isGoodCertificate(control: ControlEvidence): boolean {
  return control.group === 'foreign' && isReached(control);
}

function scopeOf(verdict: ServiceVerdict, network: NetworkVerdict): Scope {
  const fails = isFailureState(verdict.state) || verdict.state === 'impaired';
  return network.state === 'allowlist' && fails ? 'network' : 'service';
}
