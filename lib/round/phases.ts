import type { Catalog, Target } from '../catalog/schema.ts';
import { invalidateOld } from '../diagnose/evidence/old-connections.ts';
import type { NetworkVerdict } from '../diagnose/network/network-verdict.ts';
import { type Attempt, gotThrough } from '../model/attempt.ts';
import { evidenceOf } from '../observe/evidence.ts';
import { invalidateLoneUnknowns } from '../observe/unknown-codes.ts';
import type { Asker } from './asker.ts';
import type { RoundLog } from './round-log.ts';
import type { Timeouts } from './timeouts.ts';

export interface RoundClock {
  now(): Date;
  /** Rejects when the round is aborted. */
  wait(milliseconds: number): Promise<void>;
  /** Whether something is still pending after so many milliseconds. */
  outlasts(pending: Promise<unknown>, milliseconds: number): Promise<boolean>;
  /** Later than the plan's start where the round was resumed. */
  begunAt: Date;
}

/** A round before its gate: nothing is known of the network. Nothing in it changes but its log. */
export interface PlannedRound {
  readonly catalog: Catalog;
  readonly asker: Asker;
  readonly log: RoundLog;
  readonly clock: RoundClock;
  /** The browser's view of the link: false is reliable, true is not. */
  readonly isOnline: () => boolean;
}

/** What opening the gate found; it holds for the rest of the round. */
export interface Opening {
  readonly network: NetworkVerdict;
  /** The browser's view of the link at that moment. */
  readonly online: boolean;
  /** ISO 8601 UTC. */
  readonly openedAt: string;
  readonly timeouts: Timeouts;
}

/** A round whose gate is open. */
export interface OpenRound extends PlannedRound {
  readonly opening: Opening;
  readonly mayAskHome: HomeAccess;
}

/**
 * Whether hosts of the home country may be asked: services, controls, resolvers and echo services. `at once`
 * where the person lets them be asked whatever the route; else it is known once the route was looked at.
 */
export type HomeAccess = 'at once' | Promise<boolean>;

/** Does not wait where nothing is to be waited for. */
export async function waitForHome({ mayAskHome }: OpenRound): Promise<boolean> {
  return mayAskHome === 'at once' || (await mayAskHome);
}

/** Failed gates in a row after which a network is not waited for any longer. */
const failuresToGiveUp = 3;

/** Whether gates failed so often in a row that nothing which follows can count. */
export function isGivenUp({ log }: OpenRound): boolean {
  const latest = log.record.gates.slice(-failuresToGiveUp);
  return latest.length === failuresToGiveUp && latest.every((gate) => !gate.passed);
}

/** Whether a round has lasted so long, or its line is so dead, that nothing more may begin: unknown stays unknown. */
export function isLate(round: OpenRound, limitMs = limitOf(round)): boolean {
  const { clock } = round;
  return isGivenUp(round) || clock.now().getTime() - clock.begunAt.getTime() > limitMs;
}

/**
 * In milliseconds. A slow network gets more time, as each attempt on it does; so does one where everything
 * foreign is silent, for ten services at once.
 */
function limitOf({ opening: { network, timeouts } }: OpenRound): number {
  return timeouts.target > 5_000 || network.state === 'allowlist' ? 70_000 : 50_000;
}

/**
 * A target's attempts, those invalid that the round repeated over a connection of its own, or that ended once with a code by
 * which the browser may tell of itself.
 */
export function attemptsOf({ log }: PlannedRound, target: Target): readonly Attempt[] {
  const attempts = log.record.targets.get(target.id) ?? [];
  return invalidateLoneUnknowns(invalidateOld(target, attempts));
}

/** Whether there are valid attempts, and none of them reached the server. */
export function allFailed(attempts: readonly Attempt[]): boolean {
  return validFailures(attempts).length > 0 && !anyGotThrough(attempts);
}

export function anyGotThrough(attempts: readonly Attempt[]): boolean {
  return attempts.some(gotThrough);
}

export function validFailures(attempts: readonly Attempt[]): Attempt[] {
  return attempts.filter((one) => !['invalid', 'reached'].includes(evidenceOf(one)));
}
