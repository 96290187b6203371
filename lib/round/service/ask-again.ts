import { hostOf } from '../../catalog/host-of.ts';
import type { Service, Target } from '../../catalog/schema.ts';
import { isHttps, isSocket } from '../../catalog/target-kinds.ts';
import { connectionsMissing } from '../../diagnose/over-rounds/at-once.ts';
import { answersLate } from '../../diagnose/target/late.ts';
import { attemptsForLikely } from '../../diagnose/target/repetition.ts';
import type { Attempt } from '../../model/attempt.ts';
import {
  allFailed,
  anyGotThrough,
  attemptsOf,
  isLate,
  type OpenRound,
  validFailures,
} from '../phases.ts';
import { isRequired } from './essential.ts';
import { patientMs } from './patience.ts';
import { probeFreshly, recheckTarget } from './probe-target.ts';
import type { CheckTools } from './recheck.ts';

/** One failure and the tries after it make as many as a verdict needs. */
const timesLimit = attemptsForLikely;

export interface Wavering {
  service: Service;
  /** Ids of targets of which earlier rounds left open whether most connections fail. */
  doubted: readonly string[];
}

/**
 * The targets that may fail now and then, or answer late: they got through, and failed in this round or in earlier ones,
 * or took long. Where no new connection can be had, another try would tell nothing of what fails.
 */
export function waveringTargets(round: OpenRound, { service, doubted }: Wavering): Target[] {
  return service.targets.filter((target) => {
    const attempts = attemptsOf(round, target);
    const [url = '', ...others] = target.urls;
    const mayFail =
      isHttps(target) &&
      (doubted.includes(target.id) || validFailures(attempts).length > 0) &&
      round.asker.mayAskFreshly(url);
    const mayBeLate = (isHttps(target) || isSocket(target)) && answersLate(attempts);
    return (
      isRequired(service, target) &&
      // Of several addresses, each may fare differently, steadily.
      others.length === 0 &&
      anyGotThrough(attempts) &&
      (mayFail || mayBeLate)
    );
  });
}

/**
 * Asks a service that got through until as many connections did as show it as open at once, where that suffices: each
 * host has one more than the round's first.
 * @returns the targets that were asked
 */
export async function askUntilOpen(round: OpenRound, service: Service): Promise<Target[]> {
  const { asker, opening } = round;
  const attempts = new Map(
    service.targets.map((target) => [target.id, attemptsOf(round, target)] as const),
  );
  const missing = connectionsMissing({ service, attempts }, false);
  const hosts = service.targets
    .filter((one) => isHttps(one) && anyGotThrough(attemptsOf(round, one)))
    .filter(({ urls: [url = ''] }) => asker.mayAskFreshly(url) && !asker.usesOldConnection(url))
    .filter((one, turn, all) => all.findIndex((other) => hostOf(other) === hostOf(one)) === turn);
  if (missing <= 0 || hosts.length < missing) return [];
  const asked = hosts.slice(0, missing);
  const options = { purpose: 'recheck', timeoutMs: opening.timeouts.target } as const;
  await Promise.all(asked.map((target) => probeFreshly(round, target, options)));
  return asked;
}

/**
 * Asks targets once more, each over a connection of its own where one can be had. What got through over one that it did
 * not open itself counts no more once that fails: then as often as a verdict needs, until one gets through.
 */
export async function askAgain(
  round: OpenRound,
  targets: readonly Target[],
  { gatekeeper }: Pick<CheckTools, 'gatekeeper'>,
): Promise<void> {
  let asked = targets;
  for (let times = 0; times < timesLimit && asked.length > 0; times += 1) {
    if (isLate(round) || !(await gatekeeper.passesInTime())) return;
    await Promise.all(asked.map((target) => askOnce(round, target)));
    asked = asked.filter((target) => isUndecided(attemptsOf(round, target)));
  }
}

async function askOnce(round: OpenRound, target: Target): Promise<void> {
  const isSlow = answersLate(attemptsOf(round, target));
  const timeoutMs = isSlow ? patientMs : round.opening.timeouts.target;
  const [url = ''] = target.urls;
  const ask = round.asker.mayAskFreshly(url) ? probeFreshly : recheckTarget;
  await ask(round, target, { purpose: 'recheck', timeoutMs });
}

function isUndecided(attempts: readonly Attempt[]): boolean {
  return allFailed(attempts) && validFailures(attempts).length < attemptsForLikely;
}
