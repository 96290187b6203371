import { controlsAndCalls } from '../catalog/all-controls.ts';
import type { Catalog, Service } from '../catalog/schema.ts';
import type { Round } from '../model/round.ts';
import type { ServiceResult } from '../model/service.ts';
import { endOfAttempt } from '../observe/attempt-times.ts';
import type { ControlEvidence } from './evidence/control-evidence.ts';
import { evidenceOfControl } from './evidence/control-evidence.ts';
import type { ServiceEvidence } from './evidence/round-evidence.ts';
import { diagnoseNetwork } from './network/network.ts';
import { diagnoseRound } from './round.ts';

/**
 * Draws a recorded round's verdicts again from its observations, without earlier standings. The same logic gives
 * the same verdicts. Leaves out services and controls that the catalog no longer has.
 */
export function replayRound(round: Round, catalog: Catalog): Round {
  const { circumstances } = round;
  const controls = controlsOf(round, catalog);
  const seenAtGate = controls.map((control) => ({
    ...control,
    attempts: control.attempts.filter((attempt) => endOfAttempt(attempt) <= gateOpenedAt(round)),
  }));
  const evidence = {
    ...round,
    ...circumstances,
    home: catalog.home,
    network: diagnoseNetwork(
      seenAtGate.filter((control) => control.attempts.length > 0),
      circumstances.online,
      circumstances.usualMs,
    ),
    controls,
    services: round.services.flatMap((result) => servicesOf(result, round, catalog)),
  };
  return diagnoseRound(evidence, new Map()).round;
}

function controlsOf({ circumstances }: Round, catalog: Catalog): ControlEvidence[] {
  return circumstances.controls.flatMap(({ id, attempts }) => {
    const control = controlsAndCalls(catalog).find((one) => one.id === id);
    return control === undefined ? [] : [evidenceOfControl(control, attempts)];
  });
}

function servicesOf(result: ServiceResult, round: Round, catalog: Catalog): ServiceEvidence[] {
  const service: Service | undefined = catalog.services.find((one) => one.id === result.id);
  if (service === undefined) return [];
  return [
    {
      service,
      attempts: new Map(result.targets.map((target) => [target.id, target.attempts])),
      forbidden: new Set(round.circumstances.forbidden),
    },
  ];
}

function gateOpenedAt(round: Round): number {
  return Date.parse(round.circumstances.gateOpenedAt);
}
