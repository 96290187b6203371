import type { Service } from '../catalog/schema.ts';
import { gotThrough } from '../model/attempt.ts';
import type { ControlResult } from '../model/network.ts';
import { isOwnService } from '../model/own-service.ts';
import type { Round, RoundCircumstances } from '../model/round.ts';
import type { RoutingResult } from '../model/route.ts';
import type { ServiceResult } from '../model/service.ts';
import type { Standing } from '../model/standing.ts';
import type { Scope, ServiceState } from '../model/state.ts';
import type { ControlEvidence } from './evidence/control-evidence.ts';
import { countedResolutions } from './evidence/counted-resolutions.ts';
import type { RoundEvidence } from './evidence/round-evidence.ts';
import { isControlReached } from './network/network.ts';
import { resolverPathOf } from './network/resolver-path.ts';
import type { ServiceVerdict } from './service/service.ts';
import { isFailureState } from './verdict.ts';

/** Puts a round together in the form in which it is stored and exported. */
export function assembleRound(
  evidence: RoundEvidence,
  services: ServiceResult[],
  routing: RoutingResult,
): Round {
  const vouchedFor = services.filter((service) => !isOwnService(service));
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
      ...(evidence.network.trouble && { trouble: evidence.network.trouble }),
      resolverPath: resolverPathOf(vouchedFor, countedResolutions(evidence), routing),
      controls: evidence.controls.map(controlResult),
    },
    routing,
    services,
    circumstances: circumstancesOf(evidence),
  };
}

export interface JudgedService {
  service: Service;
  verdict: ServiceVerdict;
}

/** @param standing the service's standing after this round */
export function serviceResult(
  { service, verdict }: JudgedService,
  standing: Standing,
  line: Pick<RoundEvidence, 'network' | 'controls'>,
): ServiceResult {
  const isOpening = verdict.state === 'ok' && standing.opensAtOnce === true;
  const state = isOpening ? 'ok' : shownState(verdict, standing);
  return {
    id: service.id,
    name: service.name,
    state,
    roundState: verdict.state,
    // What awaits confirmation is not sure, neither the state before nor that of this round.
    confidence: isOpening || state !== verdict.state ? 'low' : verdict.confidence,
    scope: scopeOf([state, verdict.state], line),
    locus: verdict.locus,
    mechanisms: verdict.mechanisms,
    reason: verdict.reason,
    roles: verdict.roles,
    targets: verdict.targets,
  };
}

/** A gap is shown as a gap, whatever the standing. */
function shownState({ state }: ServiceVerdict, standing: Standing): ServiceState {
  return state === 'insufficient' ? state : standing.state;
}

/** What still is said of a service while no neutral site abroad answers is not said of that service alone, either. */
function scopeOf(
  states: readonly ServiceState[],
  { network, controls }: Pick<RoundEvidence, 'network' | 'controls'>,
): Scope {
  const fails = states.some((one) => isFailureState(one) || one === 'impaired');
  const foreign = controls.filter(({ group }) => group === 'foreign');
  const isShut =
    network.state === 'allowlist' || (foreign.length > 0 && !foreign.some(isControlReached));
  return isShut && fails ? 'network' : 'service';
}

function controlResult(control: ControlEvidence): ControlResult {
  const decisive = control.attempts.find(gotThrough) ?? control.attempts.at(-1);
  return {
    id: control.id,
    group: control.group,
    ok: isControlReached(control),
    failure: decisive?.failure ?? null,
    totalMs: decisive?.totalMs ?? null,
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
    ...(evidence.homeSpared === true && { homeSpared: true }),
    ...(evidence.homeUncounted === true && { homeUncounted: true }),
    ...(evidence.awaited && { awaited: [...evidence.awaited] }),
  };
}
