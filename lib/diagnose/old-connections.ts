import { hostOf } from '../catalog/host-of.ts';
import type { Target } from '../catalog/schema.ts';
import { isHttps, isPlain } from '../catalog/target-kinds.ts';
import type { Attempt } from '../model/attempt.ts';
import { startOfAttempt } from '../observe/attempt-times.ts';
import type { ServiceEvidence } from './round-evidence.ts';

/**
 * Marks answers over a connection from before the round as invalid where the round asked again over another: they
 * show that the old connection lives, and neither the name nor a handshake was tried. Such a target is not asked
 * again for any other reason.
 */
export function invalidateOld(
  target: Pick<Target, 'kind'>,
  attempts: readonly Attempt[],
): readonly Attempt[] {
  if (!isHttps(target)) return attempts;
  return attempts.map((attempt, index) => {
    // An attempt that was begun before may end after it.
    const isAskedAgain = attempts
      .slice(index + 1)
      .some((later) => later.valid && startOfAttempt(later) >= startOfAttempt(attempt));
    return mayBeOld(attempt) && isAskedAgain ? { ...attempt, valid: false } : attempt;
  });
}

/** Whether it is an answer, not known to have come over a connection that was opened for it. */
export function mayBeOld({ ok, valid, httpStatus, reusedConnection }: Attempt): boolean {
  return ok && valid && httpStatus !== null && reusedConnection !== false;
}

/** What a service's targets showed, without answers over connections from before the round. */
export function withoutOld<Seen extends Pick<ServiceEvidence, 'service' | 'attempts'>>(
  seen: Seen,
): Seen {
  const targets = new Map(seen.service.targets.map((target) => [target.id, target]));
  const attempts = [...seen.attempts].map(([id, each]): [string, readonly Attempt[]] => {
    const target = targets.get(id);
    return [id, target === undefined ? each : invalidateOld(target, each)];
  });
  return { ...seen, attempts: new Map(attempts) };
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

function isOverOpenConnection({ reusedConnection }: Attempt): boolean {
  return reusedConnection === true;
}

function isFresh({ valid, reusedConnection }: Attempt): boolean {
  return valid && reusedConnection !== true;
}
