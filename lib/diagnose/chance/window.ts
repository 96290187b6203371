import type { Attempt } from '../../model/attempt.ts';
import type { TargetWindow, Try } from '../../model/standing.ts';
import { type Evidence, evidenceOf, mechanismOf } from '../../observe/evidence.ts';
import { attemptsForLikely } from '../target/repetition.ts';
import { withheldApartMs } from '../target/withheld.ts';

/** Tries kept of each target. */
const tryLimit = 40;
/** Of these, the tries in which successes among failures show that neither is the rule. */
const mixtureTries = 12;
/** Half of the evidence is forgotten in half a day, in milliseconds. */
const halfLifeMs = 12 * 60 * 60 * 1000;
/** The share of connections that fail under the hypothesis "most fail". */
const mostFailing = 0.5;
/** `least` lies above the share of 5 % that is to be borne everywhere, so that chance weighs less. */
const shares = { least: 0.08, most: mostFailing };
/**
 * Where one connection in twenty fails everywhere no simulated target reached `failing`: a share of `least` makes it far
 * less probable than Wald's bound. Below the sum `least` a long good time would hide what begins now.
 */
export const sums = { limit: 8, failing: 7, fine: 0, least: -3 };
/** More than a success takes away: a failure just before the latest success still counts. */
const doubtful = 1;
/** A run of failures this improbable among failures by chance is a steady failure. */
const steadyProbability = 0.001;
/** A run of failures this probable among failures by chance is chance, where so many tries came before it. */
export const chance = { tries: 20, probability: 0.004 };
/** A run of successes this improbable among them is the end of the failures. */
const endProbability = 0.001;

/** What is no evidence, and what all of a server's edges do alike. */
const apart: Evidence[] = ['invalid', 'hang-up', 'expired-certificate', 'revoked-certificate'];

/** Some edges of a server may be out of order, which is told of it, and says nothing of the network between. */
export const byServer = 'http.error';

/** The window before the first round. */
export function emptyWindow(target: string): TargetWindow {
  return { target, tries: [], sum: 0, at: null, mostlyFails: false };
}

/**
 * The window after a round: a sequential test (Wald) of "most connections fail" against "as many fail as
 * elsewhere in the same round". A failure adds ln(0.5 / background), a success ln(0.5 / (1 − background)).
 * @param background share of failed tries of everything else in the round (`background.ts`), 0 to 1
 * @param at ISO 8601 UTC, the start of the round
 * @param failsTogether its failures of the round have one cause, and count as one
 * @param errorsCount errors of servers are evidence in this round
 */
export function updateWindow(
  before: TargetWindow,
  attempts: readonly Attempt[],
  {
    background,
    at,
    failsTogether = false,
    errorsCount = true,
  }: { background: number; at: string; failsTogether?: boolean; errorsCount?: boolean },
): TargetWindow {
  const seen = attempts.flatMap(tryOf);
  const failed = seen.find(({ ok }) => !ok);
  const share = Math.min(shares.most, Math.max(shares.least, background));
  const tries = [...before.tries, ...seen].slice(-tryLimit);
  const anew = withoutKeptAnswers([...before.tries, ...seen]);
  const total = seen
    .filter((one) => anew.has(one) && (one.ok || one === failed || !failsTogether))
    .filter(({ mechanism }) => errorsCount || mechanism !== byServer)
    .reduce((sum, one) => limited(sum + weightOf(one, share)), agedSum(before, at));
  const sum = endsInSteadySuccess(tries) ? Math.min(total, sums.fine) : total;
  const mostlyFails = isMostlyFailing(before, { tries, sum });
  return { target: before.target, tries, sum, at, mostlyFails };
}

/** Whether failures outweigh what chance explains, and do not yet decide: more tries are needed to tell. */
export function isUndecided({ sum }: Pick<TargetWindow, 'sum'>): boolean {
  return sum > doubtful && sum < sums.failing;
}

/**
 * Whether failures outweigh what chance explains, as far as they are not forgotten.
 * @param at ISO 8601 UTC
 */
export function isDoubtful(window: TargetWindow, at: string): boolean {
  return agedSum(window, at) > doubtful;
}

/** The tries in which successes among failures count. */
export function latestTries({ tries }: TargetWindow): Try[] {
  return tries.slice(-mixtureTries);
}

/** Whether any of the tries that are kept failed. */
export function hasFailed({ tries }: TargetWindow): boolean {
  return tries.some(({ ok }) => !ok);
}

/** What an attempt counts as in a window: one try, or none where it is no evidence of the way to a server. */
export function tryOf(attempt: Attempt): Try[] {
  const evidence = evidenceOf(attempt);
  if (apart.includes(evidence)) return [];
  // It shows that a connection from before lives, and nothing of new ones.
  if (attempt.ok && attempt.reusedConnection === true) return [];
  const mechanism = evidence === 'server-error' ? byServer : mechanismOf(evidence);
  return [{ at: attempt.startedAt, ok: attempt.ok, mechanism }];
}

/** What a resolver keeps for minutes is one wrong answer, however often it is asked for. */
export function withoutKeptAnswers(tries: readonly Try[]): Set<Try> {
  const anew = new Set<Try>();
  let keptSince = Number.NEGATIVE_INFINITY;
  for (const one of tries) {
    if (one.ok) keptSince = Number.NEGATIVE_INFINITY;
    if (one.mechanism?.startsWith('dns.') === true) {
      const at = Date.parse(one.at);
      if (Math.abs(at - keptSince) < withheldApartMs) continue;
      keptSince = at;
    }
    anew.add(one);
  }
  return anew;
}

/** Without runs of as many failures as a verdict needs: those are of a block, if only of one that has ended. */
export function withoutLongRuns(tries: readonly Try[]): Try[] {
  const runs: Try[][] = [];
  for (const one of tries) {
    const run = runs.at(-1);
    if (run?.[0]?.ok === one.ok) run.push(one);
    else runs.push([one]);
  }
  return runs.filter(([first, ...more]) => first?.ok || more.length + 1 < attemptsForLikely).flat();
}

function weightOf({ ok }: Try, background: number): number {
  return Math.log(mostFailing / (ok ? 1 - background : background));
}

function limited(sum: number): number {
  return Math.min(sums.limit, Math.max(sums.least, sum));
}

/** What is left of a window's sum at a time, ISO 8601 UTC. */
export function agedSum(before: TargetWindow, at: string): number {
  return before.sum * 0.5 ** (ageMs(before, at) / halfLifeMs);
}

function ageMs({ at: before }: TargetWindow, at: string): number {
  return before === null ? 0 : Math.max(0, Date.parse(at) - Date.parse(before));
}

/** Between the two thresholds it stays what it was. */
function isMostlyFailing(
  before: TargetWindow,
  { tries, sum }: Pick<TargetWindow, 'tries' | 'sum'>,
): boolean {
  if (endsInSteadyFailure(tries)) return false;
  if (before.mostlyFails) return sum > sums.fine;
  const latest = tries.slice(-mixtureTries);
  return sum >= sums.failing && isMixed(latest) && !isLoneSuccess(latest);
}

/** Whether a single success stands in a long row of failures: where most fail, another follows soon. */
function isLoneSuccess(latest: readonly Try[]): boolean {
  return latest.length === mixtureTries && latest.filter(({ ok }) => ok).length < 2;
}

/** Whether a success stands between failures: neither a block that began nor one that ended looks so. */
export function isMixed(tries: readonly Try[]): boolean {
  const first = tries.findIndex(({ ok }) => !ok);
  const last = tries.findLastIndex(({ ok }) => !ok);
  return tries.slice(first, last).some(({ ok }) => ok);
}

/** Whether successes alone follow on failures, more than their share before would explain. */
function endsInSteadySuccess(tries: readonly Try[]): boolean {
  const last = tries.findLastIndex(({ ok }) => !ok);
  const run = tries.length - 1 - last;
  const earlier = tries.slice(0, last + 1).slice(-mixtureTries);
  if (earlier.length === 0) return false;
  const reached = earlier.filter(({ ok }) => ok).length;
  return ((reached + 0.5) / (earlier.length + 1)) ** run < endProbability;
}

/** Whether failures alone follow, more than chance would explain. */
export function endsInSteadyFailure(tries: readonly Try[]): boolean {
  const { share, run } = latestFailures(tries);
  return share ** run < steadyProbability;
}

/**
 * Whether what failed now and then all along fails a few times in a row, as it does by chance at times; not after a block
 * that ended.
 */
export function failsByChance(tries: readonly Try[]): boolean {
  const { earlier, share, run } = latestFailures(tries);
  if (endsInSteadySuccess(tries.slice(0, earlier))) return false;
  return earlier >= chance.tries && share < mostFailing && share ** run >= chance.probability;
}

/** The failures since the latest success, and the share of failures in the tries up to it. */
export function latestFailures(tries: readonly Try[]): {
  earlier: number;
  share: number;
  run: number;
} {
  const earlier = tries.findLastIndex(({ ok }) => ok) + 1;
  const failed = tries.slice(0, earlier).filter(({ ok }) => !ok).length;
  return { earlier, share: failed / Math.max(1, earlier), run: tries.length - earlier };
}
