import type { Standing, TargetWindow, Try } from '../../model/standing.ts';
import { isBlocked } from '../../model/state.ts';
import { withheldApartMs } from '../target/withheld.ts';
import type { Verdict } from '../verdict.ts';
import { failsSteadily, getsThroughAtTimes } from './answered-rounds.ts';
import {
  agedSum,
  endsInSteadyFailure,
  hasFailed,
  isDoubtful,
  isMixed,
  isUndecided,
  latestTries,
  sums,
} from './window.ts';

/** A target that always gets through outweighs no other that mostly fails. */
const leastSum = -2;

/** Less than for one target: in simulations with one failure in twenty everywhere it was not reached. */
const failingTogether = 6;

/** What is known of a service besides its windows. */
export interface ServicePast {
  /** Its standing before this round, on this route; undefined without one. */
  before: Standing | undefined;
  /** By this round alone it opens. */
  opens: boolean;
  /** Whether any connection got through, by round, the latest last. */
  answered: readonly boolean[];
  /** ISO 8601 UTC, the start of this round. */
  startedAt: string;
  /** The windows of targets without a vote. */
  aside: readonly TargetWindow[];
}

/**
 * Whether most connections to a service fail, over its targets together: each alone is tried too seldom to tell
 * soon. Once said, it stays until all fail, or all get through, for longer than chance explains.
 */
export function mostConnectionsFail(
  windows: readonly TargetWindow[],
  { before, opens, answered, startedAt, aside }: ServicePast,
): boolean {
  if (before?.mostlyFails === true) {
    return sumOf(mixedOrAll(windows)) > sums.fine && !failsSteadily(answered);
  }
  if (endsInSteadyFailure(inOrder(windows))) return false;
  // Two rounds in a row end a block, so what fails beside them decides now. Rounds are left out while all get through.
  const isOpening = opens && answered.at(-2) !== false;
  const isShut = before !== undefined && isBlocked(before.state);
  if (isShut && !isOpening && !getsThroughAtTimes(answered)) return false;
  const open = windows.filter(isOpenAtTimes);
  // Targets that a block leaves one after another look mixed together, and none of them fails any more.
  const failsNow = open.some(({ tries }) => tries.some(({ ok, at }) => !ok && at >= startedAt));
  const tries = inOrder(open);
  if (!failsNow || !isMixed(tries) || isOneMissOfNames(tries)) return false;
  const sum = sumOf(open);
  if (sum >= failingTogether) return true;
  return isUndecided({ sum }) && sum + sumOf(asideOf(aside, startedAt)) >= failingTogether;
}

/**
 * Whether most connections fail, and more failed in the rounds before, too, than chance explains. Where nothing gets
 * through in this round a block may begin; not so where the rounds before nearly tell the same.
 * @param before on this route
 * @param startedAt ISO 8601 UTC, the start of this round
 */
export function failuresAddUp(
  { verdict, answered, aside }: Seen,
  before: Pick<Standing, 'windows' | 'aside'> | undefined,
  startedAt: string,
): boolean {
  if (verdict.reason !== 'mostly-fails') return false;
  const { windows = [], aside: beside = [] } = before ?? {};
  const isInDoubt = (one: TargetWindow) => isDoubtful(one, startedAt);
  const isDoubted = windows.some(isInDoubt);
  // One alone may fail by its own server.
  const isBesideDoubted = beside.filter(isInDoubt).length > 1;
  if (isDoubted && isBesideDoubted) return true;
  const nearlyFails = (one: TargetWindow) => agedSum(one, startedAt) >= failingTogether;
  if (windows.some((one) => isOpenAtTimes(one) && nearlyFails(one))) return true;
  const answers = answered.at(-1) === true || aside.some((one) => getsThroughNow(one, startedAt));
  return (isDoubted || isBesideDoubted) && answers;
}

interface Seen extends Pick<ServicePast, 'answered' | 'aside'> {
  verdict: Pick<Verdict, 'reason'>;
}

/** A resolver that misses a service's names for a moment does so for each of its targets, which is one failure. */
function isOneMissOfNames(tries: readonly Try[]): boolean {
  const failed = tries.filter(({ ok }) => !ok);
  const first = Date.parse(failed[0]?.at ?? '');
  return failed.every(
    ({ at, mechanism }) =>
      mechanism?.startsWith('dns.') === true && Date.parse(at) - first < withheldApartMs,
  );
}

/** Of a target that always gets through this shows nothing. */
function getsThroughNow(window: TargetWindow, startedAt: string): boolean {
  return hasFailed(window) && window.tries.some(({ ok, at }) => ok && at >= startedAt);
}

/**
 * What has no vote helps to decide where those that have one leave it open: what it was asked in this round, unless it
 * fails from some time on alone, as its own server may.
 */
function asideOf(aside: readonly TargetWindow[], startedAt: string): TargetWindow[] {
  return aside
    .filter(({ tries }) => tries.some(({ at }) => at >= startedAt))
    .filter((one) => isOpenAtTimes(one) && (one.sum <= sums.fine || isMixedByItself(one)));
}

function isOpenAtTimes(one: TargetWindow): boolean {
  return latestTries(one).some(({ ok }) => ok) && isMixedStill(one);
}

function isMixedByItself(one: TargetWindow): boolean {
  return isMixed(latestTries(one));
}

/** A target with failures alone at the end is left out: a block of it is no chance. */
function mixedOrAll(windows: readonly TargetWindow[]): readonly TargetWindow[] {
  const mixed = windows.filter(isMixedStill);
  return mixed.length > 0 ? mixed : windows;
}

function isMixedStill({ tries }: TargetWindow): boolean {
  return !endsInSteadyFailure(tries);
}

function sumOf(windows: readonly TargetWindow[]): number {
  return windows.reduce((total, one) => total + Math.max(leastSum, one.sum), 0);
}

function inOrder(windows: readonly TargetWindow[]): Try[] {
  return windows.flatMap(latestTries).toSorted((one, other) => one.at.localeCompare(other.at));
}
