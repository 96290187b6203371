import { hostOf } from '../../catalog/host-of.ts';
import type { Catalog, Target } from '../../catalog/schema.ts';
import { invalidateOld } from '../../diagnose/evidence/old-connections.ts';
import { isFoundLast, isRepeated } from '../../diagnose/target/withheld.ts';
import type { Attempt } from '../../model/attempt.ts';
import { startOfAttempt } from '../../observe/attempt-times.ts';
import { evidenceOf, failuresOf, isSilentName } from '../../observe/evidence.ts';
import { dnsMechanism, outcomeOfName } from '../../observe/names.ts';
import { attemptsOf, type OpenRound } from '../phases.ts';
import type { RoundRecord } from '../round-record.ts';
import { recheckTarget } from './probe-target.ts';

/** So long a name is not found before that proves anything, in milliseconds. */
const apartMs = 12_000;

/** A name that was not found, each time so far. */
interface LateName {
  /** Those that were missed at it. */
  targets: Target[];
  /** When it is to be asked again, in milliseconds since the epoch. */
  dueMs: number;
}

/**
 * The names that are to be asked again: a resolver that does not reach a domain's name servers for seconds misses all names
 * of a service alike. None on which it is silent, as that takes long by itself, that a national one withholds as well, or
 * that was withheld minutes ago.
 */
export function lateNames({ services }: Catalog, { plan, resolutions, targets }: RoundRecord) {
  return plan.services.flatMap(({ id, withheld = [] }): LateName[] => {
    const own = services.find((one) => one.id === id)?.targets ?? [];
    return [...Map.groupBy(own, hostOf)].flatMap(([name, all]) => {
      const seen = all.map((one) => invalidateOld(one, targets.get(one.id) ?? []));
      const failing = all.filter((_one, index) => isMissed(seen[index] ?? []));
      const attempts = seen.flat();
      const dueMs = Math.min(...attempts.filter(isUnfound).map(startOfAttempt)) + apartMs;
      const isOpen =
        failing.length > 0 &&
        attempts.every((one) => startOfAttempt(one) < dueMs && !isSilentName(one)) &&
        !withheld.includes(name) &&
        dnsMechanism(resolutions.filter((one) => one.name === name)) === 'dns.error' &&
        ['elsewhere', 'unclear'].includes(outcomeOfName(name, resolutions).known);
      return isOpen ? [{ targets: failing, dueMs }] : [];
    });
  });
}

/** Whether the name was not found, repeatedly and up to now. */
function isMissed(attempts: readonly Attempt[]): boolean {
  return isRepeated(failuresOf(attempts)) && !isFoundLast(attempts);
}

function isUnfound(attempt: Attempt): boolean {
  return evidenceOf(attempt) === 'name-fails';
}

/**
 * Asks each name once more, so late that a resolver's bad moment is over; if it is found then, for all that was missed.
 * @param whereDue only where nothing is to be waited for
 */
export async function askLateNames(round: OpenRound, { whereDue = false } = {}): Promise<void> {
  const { catalog, clock, log, opening } = round;
  const options = { purpose: 'recheck', timeoutMs: opening.timeouts.target } as const;
  await Promise.all(
    lateNames(catalog, log.record).map(async ({ targets, dueMs }) => {
      const leftMs = Math.max(0, dueMs - clock.now().getTime());
      if (leftMs > 0 && whereDue) return;
      await clock.wait(leftMs);
      for (const target of targets) {
        await recheckTarget(round, target, options);
        if (!isFoundLast(attemptsOf(round, target))) return;
      }
    }),
  );
}
