import { hostOf } from '../../catalog/host-of.ts';
import type { Target } from '../../catalog/schema.ts';
import type { Attempt } from '../../model/attempt.ts';
import { evidenceOf, isSilentName } from '../../observe/evidence.ts';
import { dnsMechanism, outcomeOfName } from '../../observe/names.ts';
import { allFailed, attemptsOf, type OpenRound, validFailures } from '../phases.ts';

/**
 * Another name of the service on which the system's resolver fails, where it withholds a single one of those that decide, and no
 * national resolver says so: one name may be a resolver's wrong answer, which it keeps for minutes, and two are proof. Only
 * in a person's own check: after others, one that comes minutes later tells.
 * @param deciding targets that were rechecked
 * @param others targets that were asked once
 */
export function secondName(
  round: OpenRound,
  { deciding, others }: { deciding: readonly Target[]; others: readonly Target[] },
): Target[] {
  const [name, ...more] = new Set(deciding.filter((one) => nameFails(round, one)).map(hostOf));
  if (name === undefined || more.length > 0) return [];
  const { resolutions, plan } = round.log.record;
  const isTold = dnsMechanism(resolutions.filter((one) => one.name === name)) !== 'dns.error';
  if (plan.trigger !== 'manual' || isTold) return [];
  if (outcomeOfName(name, resolutions).known !== 'elsewhere') return [];
  const second = others.find((one) => hostOf(one) !== name && nameFails(round, one));
  return second === undefined ? [] : [second];
}

/** Whether the resolver answered each time, and found nothing. */
function nameFails(round: OpenRound, target: Target): boolean {
  const attempts = attemptsOf(round, target);
  return allFailed(attempts) && validFailures(attempts).every(isUnfound);
}

function isUnfound(attempt: Attempt): boolean {
  return evidenceOf(attempt) === 'name-fails' && !isSilentName(attempt);
}
