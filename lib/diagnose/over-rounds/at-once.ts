import type { Service } from '../../catalog/schema.ts';
import { isTransfer } from '../../catalog/target-kinds.ts';
import { type Attempt, gotThrough } from '../../model/attempt.ts';
import type { Standing } from '../../model/standing.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import { isWayLossy } from '../chance/loss.ts';
import { hidesConnections, isNew } from '../evidence/old-connections.ts';
import type { RoundEvidence, ServiceEvidence } from '../evidence/round-evidence.ts';
import type { ServiceVerdict } from '../service/service.ts';
import { isPlainHttpCheck } from '../target/plain.ts';
import { isThrottled } from './hysteresis.ts';

/** One connection that got through proves nothing (contract, rule 2). */
const connectionsNeeded = 3;

/**
 * Whether a service that did not open is shown as open after this one round, while further rounds confirm it:
 * a person asked, or the route has changed, and everything required got through over fresh connections. Small
 * requests get through a freeze too, so after one a transfer must have got through as well.
 */
export function opensAtOnce(
  evidence: Pick<RoundEvidence, 'trigger' | 'routing' | 'controls'>,
  seen: ServiceEvidence,
  { state, roles, targets }: ServiceVerdict,
  before: Standing | undefined,
): boolean {
  const isAskedFor = evidence.trigger === 'manual' || hasRouteChanged(evidence);
  if (state !== 'ok' || !isAskedFor) return false;
  // Of what fails by chance some rounds get through by chance.
  if (before?.state === 'impaired' && isWayLossy(seen)) return false;
  const { service } = seen;
  const isComplete = roles.every(({ required, state: role }) => !required || role === 'ok');
  const missing = connectionsMissing(seen, hidesConnections(evidence.controls));
  const isCarried = before === undefined || !isThrottled(before) || carries(service, targets);
  return isComplete && isCarried && missing <= 0;
}

/**
 * How many more fresh connections must get through; `Infinity` where one failed. What somebody puts in the place of the
 * plain page says nothing of a service that works over TLS.
 * @param isHidden the browser tells of none whether it is fresh
 */
export function connectionsMissing(
  { service, attempts }: Pick<ServiceEvidence, 'service' | 'attempts'>,
  isHidden: boolean,
): number {
  const voiceless = new Set(service.targets.filter(isPlainHttpCheck).map(({ id }) => id));
  const fails = [...attempts].some(([id, each]) => !voiceless.has(id) && failsAnew(each));
  if (fails) return Number.POSITIVE_INFINITY;
  const fresh = [...attempts.values()]
    .flat()
    .filter((one) => gotThrough(one) && isNew(one, isHidden));
  return connectionsNeeded - fresh.length;
}

/** Whether a target failed otherwise than by an answer of before that the resolver had kept, and that is over. */
function failsAnew(attempts: readonly Attempt[]): boolean {
  const kinds = attempts.map(evidenceOf);
  const found = kinds.lastIndexOf('reached');
  return kinds.some(
    (one, turn) => !['reached', 'invalid'].includes(one) && !(one === 'name-fails' && turn < found),
  );
}

/** Whether all transfers that the round made got through whole. */
function carries({ targets }: Service, results: ServiceVerdict['targets']): boolean {
  const transfers = targets.filter(isTransfer).map(({ id }) => id);
  const made = results.filter(({ id, attempts }) => transfers.includes(id) && attempts.length > 0);
  return made.length > 0 && made.every(({ state }) => state === 'ok');
}

/** Whether traffic leaves from another exit than in the round before, as far as the round looked. */
export function hasRouteChanged({ routing }: Pick<RoundEvidence, 'routing'>): boolean {
  return routing !== null && 'exitChanged' in routing && routing.exitChanged === true;
}
