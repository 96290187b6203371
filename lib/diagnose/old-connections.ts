import { hostOf } from '../catalog/host-of.ts';
import type { Target } from '../catalog/schema.ts';
import { isHttps, isPlain } from '../catalog/target-kinds.ts';
import type { Attempt } from '../model/attempt.ts';
import type { ServiceEvidence } from './round-evidence.ts';

/**
 * Marks answers over a connection from before the round as invalid where the round asked again over another: they
 * show that the old connection lives, and neither the name nor a handshake was tried.
 */
export function invalidateOld(
  target: Pick<Target, 'kind'>,
  attempts: readonly Attempt[],
): readonly Attempt[] {
  if (!isHttps(target) || !attempts.some(isOverOpenConnection)) return attempts;
  return attempts.map((attempt, index) => {
    const isOld = isOverOpenConnection(attempt) && attempts.slice(index + 1).some(isFresh);
    return isOld ? { ...attempt, valid: false } : attempt;
  });
}

/** Hosts that the round reached over a connection of its own. */
export function freshlyReachedHosts(services: readonly ServiceEvidence[]): Set<string> {
  return new Set(
    services.flatMap(({ service, attempts }) =>
      service.targets
        .filter((target) => !isPlain(target))
        .filter(({ id }) => attempts.get(id)?.some((one) => one.ok && isFresh(one)))
        .map(hostOf),
    ),
  );
}

/** Whether all that got through to a target came over connections from before the round. */
export function isOnlyOverOld(
  target: Target,
  attempts: readonly Attempt[],
  freshHosts: ReadonlySet<string>,
): boolean {
  const reached = attempts.filter(({ ok, valid }) => ok && valid);
  if (!isHttps(target) || freshHosts.has(hostOf(target))) return false;
  return reached.length > 0 && reached.every(isOverOpenConnection);
}

function isOverOpenConnection({ ok, valid, reusedConnection }: Attempt): boolean {
  return ok && valid && reusedConnection === true;
}

function isFresh({ valid, reusedConnection }: Attempt): boolean {
  return valid && reusedConnection !== true;
}
