import { evidenceOf } from '../observe/evidence.ts';
import type { RoundEvidence, ServiceEvidence } from './round-evidence.ts';
import type { ServiceVerdict } from './service.ts';

/** One connection that got through proves nothing (contract, rule 2). */
const connectionsNeeded = 3;

/**
 * Whether a service that did not open is shown as open after this one round, while further rounds confirm it:
 * a person asked, or the route has changed, and everything required got through over fresh connections.
 */
export function opensAtOnce(
  evidence: Pick<RoundEvidence, 'trigger' | 'routing'>,
  { attempts }: ServiceEvidence,
  { state, roles }: ServiceVerdict,
): boolean {
  const isAskedFor = evidence.trigger === 'manual' || hasRouteChanged(evidence);
  if (state !== 'ok' || !isAskedFor) return false;
  const isComplete = roles.every(({ required, state: role }) => !required || role === 'ok');
  const seen = [...attempts.values()].flat();
  const fresh = seen.filter(({ ok, valid, reusedConnection }) => ok && valid && !reusedConnection);
  const failed = seen.some((one) => !['reached', 'invalid'].includes(evidenceOf(one)));
  return isComplete && fresh.length >= connectionsNeeded && !failed;
}

/** Whether traffic leaves from another exit than in the round before, as far as the round looked. */
export function hasRouteChanged({ routing }: Pick<RoundEvidence, 'routing'>): boolean {
  return routing !== null && 'exitChanged' in routing && routing.exitChanged === true;
}
