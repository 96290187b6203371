import { hostOf } from '../catalog/host-of.ts';
import type { Catalog } from '../catalog/schema.ts';
import { isTransfer } from '../catalog/target-kinds.ts';
import type { RoundEvidence } from '../diagnose/evidence/round-evidence.ts';
import { diagnoseNetwork } from '../diagnose/network/network.ts';
import type { NetworkVerdict } from '../diagnose/network/network-verdict.ts';
import { endOfAttempt } from '../observe/attempt-times.ts';
import type { RoutingObservation } from '../routing/observation.ts';
import { shareAddress } from '../routing/shared-address.ts';
import { controlEvidence } from './gate/controls.ts';
import type { OpenRound } from './phases.ts';
import { withProxy } from './proxy-look.ts';
import type { RoundRecord } from './round-record.ts';
import { genuineAnswers } from './route/genuine-answers.ts';
import { lateNames } from './service/late-names.ts';

/** What a round observed, without what the caller knows already. */
export interface Observed extends Omit<RoundEvidence, 'software' | 'routing'> {
  routing: RoutingObservation | null;
}

/**
 * What a round that ran to its end observed.
 * @param awaited ids of targets that it is going to repeat, where only its states are known
 */
export function observedAtTheEnd(
  round: OpenRound,
  routing: RoutingObservation | null,
  awaited: readonly string[] = [],
): Observed {
  const { catalog, clock, log, opening } = round;
  const { network, online, openedAt } = opening;
  return assemble(catalog, log.record, {
    network,
    online,
    gateOpenedAt: openedAt,
    // Services answered after the look at the route.
    routing: routing && { ...routing, sharesAddress: shareAddress(genuineAnswers(round)) },
    finishedAt: clock.now().toISOString(),
    awaited,
  });
}

/** What a round that cannot be resumed had observed; it probes nothing. */
export function observedUntilDeath(catalog: Catalog, record: RoundRecord): Observed {
  const { usualMs, startedAt } = record.plan;
  const ends = [...record.targets.values(), ...record.controls.values()].flat().map(endOfAttempt);
  const finishedAt = new Date(Math.max(Date.parse(startedAt), ...ends)).toISOString();
  return assemble(catalog, record, {
    network: diagnoseNetwork(controlEvidence(catalog, record), true, usualMs),
    online: true,
    gateOpenedAt: finishedAt,
    routing: null,
    finishedAt,
  });
}

interface Outcome {
  network: NetworkVerdict;
  online: boolean;
  gateOpenedAt: string;
  routing: RoutingObservation | null;
  finishedAt: string;
  awaited?: readonly string[];
}

function assemble(
  catalog: Catalog,
  record: RoundRecord,
  { awaited: repeated = [], ...outcome }: Outcome,
): Observed {
  const { plan, gates, resolutions, addressProbes, homeSpared, homeUncounted } = record;
  const late = lateNames(catalog, record).flatMap(({ targets }) => targets.map(({ id }) => id));
  const awaited = [...repeated, ...late];
  return {
    id: plan.id,
    startedAt: plan.startedAt,
    trigger: plan.trigger,
    home: catalog.home,
    usualMs: plan.usualMs,
    ...outcome,
    ...(awaited.length > 0 && { awaited }),
    controls: controlEvidence(catalog, record),
    gates,
    services: plannedServices(catalog, record),
    resolutions,
    addressProbes,
    ...(homeSpared && { homeSpared }),
    ...(homeUncounted && { homeUncounted }),
  };
}

/** In the catalog's order; planned targets without attempts are kept, as gaps. */
function plannedServices(catalog: Catalog, record: RoundRecord): Observed['services'] {
  const { forbidden, targets } = record;
  const depths = new Map(record.plan.services.map(({ id, depth }) => [id, depth]));
  return catalog.services
    .filter((service) => depths.has(service.id))
    .map((service) => {
      const planned = service.targets.filter(
        (target) =>
          // Transfers are made only where little gets through; one that was not made is no gap.
          (depths.get(service.id) === 'all' && !isTransfer(target)) ||
          target.id === service.sentinel ||
          forbidden.has(target.id) ||
          targets.has(target.id),
      );
      return {
        service,
        attempts: new Map(
          planned.map((target) => [
            target.id,
            withProxy(record, hostOf(target), targets.get(target.id) ?? []),
          ]),
        ),
        forbidden,
      };
    });
}
