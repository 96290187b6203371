import { hostOf } from '../../catalog/host-of.ts';
import type { Target } from '../../catalog/schema.ts';
import { isHttps, isPlain } from '../../catalog/target-kinds.ts';
import { hidesTcp } from '../../failure/http3.ts';
import { type Attempt, gotThrough } from '../../model/attempt.ts';
import { startOfAttempt } from '../../observe/attempt-times.ts';
import type { TargetContext } from '../target/target-context.ts';
import type { ControlEvidence } from './control-evidence.ts';
import type { ServiceEvidence } from './round-evidence.ts';

/**
 * Marks answers over a connection from before the round as invalid where the round asked again over another: they
 * show that the old connection lives, and neither the name nor a handshake was tried. So are failures of HTTP/3 where TCP
 * alone was tried as well.
 * @param openedMs since the epoch, when the round opened a connection of its own to the host: what is reused from then on
 * is that one, and is asked again only because it wavers
 */
export function invalidateOld(
  target: Pick<Target, 'kind'>,
  attempts: readonly Attempt[],
  openedMs = Number.POSITIVE_INFINITY,
): readonly Attempt[] {
  if (!isHttps(target)) return attempts;
  return attempts.map((attempt, index) => {
    const startMs = startOfAttempt(attempt);
    // An attempt that was begun before may end after it.
    const later = attempts
      .slice(index + 1)
      .filter((one) => one.valid && startOfAttempt(one) >= startMs);
    const isOld = mayBeOld(attempt) && startMs < openedMs && later.length > 0;
    const isOverHttp3 = failsOverHttp3(attempt) && later.some((one) => !failsOverHttp3(one));
    return isOld || isOverHttp3 ? { ...attempt, valid: false } : attempt;
  });
}

/** Whether an attempt shows nothing of a new connection, so that it is to be made anew over one. */
export function isToBeMadeAnew(attempt: Attempt): boolean {
  return mayBeOld(attempt) || failsOverHttp3(attempt);
}

function failsOverHttp3({ ok, valid, browserError }: Attempt): boolean {
  return !ok && valid && hidesTcp(browserError);
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
    if (target === undefined) return [id, each];
    return [id, invalidateOld(target, each, firstOpenedMs(seen, hostOf(target)))];
  });
  return { ...seen, attempts: new Map(attempts) };
}

/** When a request first got through to a host over a connection that was opened for it; `Infinity` where none did. */
function firstOpenedMs(
  { service, attempts }: Pick<ServiceEvidence, 'service' | 'attempts'>,
  host: string,
): number {
  const opened = service.targets
    .filter((one) => isHttps(one) && hostOf(one) === host)
    .flatMap(({ id }) => attempts.get(id) ?? [])
    .filter((one) => gotThrough(one) && one.reusedConnection === false);
  return Math.min(...opened.map(startOfAttempt));
}

/**
 * Whether the browser does not tell which connections were open before, as Firefox without resource timing: no control
 * that answered shows it. A proxy hides it, too, but not of others.
 */
export function hidesConnections(controls: readonly ControlEvidence[]): boolean {
  const answers = controls
    .flatMap(({ attempts }) => attempts)
    .filter((one) => one.ok && one.httpStatus !== null && one.remoteIpKind !== 'proxy');
  return answers.length > 0 && answers.every(({ reusedConnection }) => reusedConnection === null);
}

/** Hosts that the round reached over a connection of its own. */
export function freshlyReachedHosts(
  services: readonly ServiceEvidence[],
  isHidden: boolean,
): Set<string> {
  return new Set(
    services.flatMap(({ service, attempts }) =>
      service.targets
        .filter((target) => !isPlain(target))
        .filter(({ id }) =>
          attempts.get(id)?.some((one) => gotThrough(one) && isNew(one, isHidden)),
        )
        .map(hostOf),
    ),
  );
}

/** Whether all that got through to a target came over connections from before the round, or may have. */
export function isOnlyOverOld(
  target: Target,
  attempts: readonly Attempt[],
  {
    freshHosts,
    hidesConnections: isHidden,
  }: Pick<TargetContext, 'freshHosts' | 'hidesConnections'>,
): boolean {
  const reached = attempts.filter(gotThrough);
  if (!isHttps(target) || freshHosts.has(hostOf(target))) return false;
  return reached.length > 0 && !reached.some((one) => isNew(one, isHidden));
}

/** An answer that nothing shows to have come over a connection from before: a name and a handshake came with it. */
export function isReachedAnew(attempt: Attempt): boolean {
  return gotThrough(attempt) && isNew(attempt, false);
}

/**
 * Whether an attempt has a connection of its own, as far as the browser tells.
 * @param isHidden it tells of none
 */
export function isNew(attempt: Attempt, isHidden: boolean): boolean {
  return isHidden ? isSurelyNew(attempt) : attempt.reusedConnection !== true;
}

/** The status of an open WebSocket, which always has a connection of its own. */
const switchingProtocols = 101;

/** Over a connection that was open an answer comes without the name. What fails before a status had none. */
export function isSurelyNew({ httpStatus, reusedConnection }: Attempt): boolean {
  return reusedConnection === false || httpStatus === null || httpStatus === switchingProtocols;
}
