import { isPlain } from '../catalog/target-kinds.ts';
import type { Attempt } from '../model/attempt.ts';
import { type ControlEvidence, isReached } from './network.ts';
import type { RoundEvidence, ServiceEvidence } from './round-evidence.ts';
/**
 * Where nothing answers in plain HTTP, while neutral sites do in HTTPS, a firewall closes its port to all, and that a
 * service does not answer there is no evidence.
 */
export function withoutClosedPort(
  services: readonly ServiceEvidence[],
  { controls }: Pick<RoundEvidence, 'controls'>,
): readonly ServiceEvidence[] {
  return isPortClosed(controls) ? services.map(withoutPlainFailures) : services;
}

function isPortClosed(controls: readonly ControlEvidence[]): boolean {
  const portals = controls.flatMap(({ group, attempts }) => (group === 'portal' ? attempts : []));
  const measured = portals.filter(({ valid }) => valid);
  // One packet may be lost.
  const isSilent = measured.length > 1 && measured.every(({ httpStatus }) => httpStatus === null);
  return isSilent && controls.some((one) => one.group === 'foreign' && isReached(one));
}

function withoutPlainFailures(one: ServiceEvidence): ServiceEvidence {
  const plain = new Set(one.service.targets.filter(isPlain).map(({ id }) => id));
  const attempts = [...one.attempts].map(
    ([id, each]) => [id, plain.has(id) ? each.map(withoutSilence) : each] as const,
  );
  return { ...one, attempts: new Map(attempts) };
}

function withoutSilence(attempt: Attempt): Attempt {
  return attempt.httpStatus === null ? { ...attempt, valid: false } : attempt;
}
