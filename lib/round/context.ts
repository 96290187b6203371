import type { Catalog, Target } from '../catalog/schema.ts';
import type { NetworkVerdict } from '../diagnose/network.ts';
import type { Attempt } from '../model/attempt.ts';
import type { JournalEntry } from '../model/journal.ts';
import type { Resolution } from '../model/resolution.ts';
import { evidenceOf } from '../observe/evidence.ts';
import type { RoutingObservation } from '../routing/observation.ts';
import { noteEntry, type RoundRecord } from './journal.ts';
import type { RoundTools } from './round-tools.ts';
import type { Timeouts } from './timeouts.ts';

/** Whether a round has lasted so long that nothing more is to be begun: unknown stays unknown. */
export function isLate(context: RoundContext, limitMs = limitOf(context)): boolean {
  return context.tools.now().getTime() - context.begunAt.getTime() > limitMs;
}

/**
 * In milliseconds. A slow network is given more time, as each attempt on it is; so is one on which all
 * that is foreign is silent, ten services at once.
 */
function limitOf({ network, timeouts }: RoundContext): number {
  return timeouts.target > 5_000 || network.state === 'allowlist' ? 70_000 : 50_000;
}

/** One running round, passed to all its parts. */
export interface RoundContext {
  catalog: Catalog;
  tools: RoundTools;
  signal: AbortSignal;
  record: RoundRecord;
  /** Later than the plan where the round was taken up again. */
  begunAt: Date;
  timeouts: Timeouts;
  network: NetworkVerdict;
  /** What the browser said of the link when the gate was opened. */
  online: boolean;
  /** ISO 8601 UTC. */
  gateOpenedAt: string;
  resolutions: Resolution[];
  forbidden: Set<string>;
  /**
   * Addresses that foreign sites saw, once that is known; none where nobody wants them compared with those
   * of calls. For that alone: they are written nowhere.
   */
  exits: PromiseWithResolvers<readonly string[]>;
  /** Null until it was looked at, or where it is not. */
  routing: RoutingObservation | null;
  onAttempt: () => void;
}

/** Writes an entry to the record and to the journal. */
export async function note(context: RoundContext, entry: JournalEntry): Promise<void> {
  context.signal.throwIfAborted();
  noteEntry(context.record, entry);
  await context.tools.writeJournal(entry);
  context.onAttempt();
}

export function attemptsOf(context: RoundContext, target: Target): readonly Attempt[] {
  return context.record.targets.get(target.id) ?? [];
}

/** Valid attempts seen, and none of them got through. */
export function isFailing(attempts: readonly Attempt[]): boolean {
  return validFailures(attempts).length > 0 && !attempts.some((one) => one.ok && one.valid);
}

export function validFailures(attempts: readonly Attempt[]): Attempt[] {
  return attempts.filter((one) => !['invalid', 'reached'].includes(evidenceOf(one)));
}
