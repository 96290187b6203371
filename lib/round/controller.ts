import type { RoundProgress } from '../model/progress.ts';
import type { Trigger } from '../model/round.ts';
import {
  closeRound,
  newRecord,
  performRound,
  type RecordedRound,
  type RoundDependencies,
} from './perform-round.ts';
import { type Refusal, RoundRefused } from './refusal.ts';
import { type RoundRecord, replayJournal } from './round-record.ts';

export interface ControllerDependencies extends RoundDependencies {
  /** Why no round may start for a trigger now; null where one may. */
  refusalOf: (trigger: Trigger) => Promise<Refusal | null>;
  /** Between two handshakes with a host, in milliseconds. */
  restMs: number;
  newId: () => string;
  /** A round begins: the worker has to be kept alive. */
  onStarted: () => void;
  onProgress: (read: () => RoundProgress) => void;
  /** A round has its states, while the worker goes on: with its labels, or with the round that has taken its place. */
  onStates: (recorded: RecordedRound) => void;
  /** A round is over. */
  onEnded: (outcome: Outcome) => void;
  /** The same of a round whose place another has taken, which still needs the worker; its states are told before. */
  onReplaced: (outcome: Outcome) => void;
}

/** What became of a round. */
export interface Outcome {
  /** Null where it was cancelled or failed, and has no result. */
  ended: RecordedRound | null;
  /** Why it failed, or could not be recorded; left out or undefined where neither is so. */
  failure?: unknown;
}

/** At most one round at a time. */
export interface RoundController {
  /**
   * Returns the id of the round that now runs: a new one, or the one that was running.
   * @param only service ids; null for those that the person wants
   * @throws RoundRefused where the person's settings forbid a round for this trigger
   */
  start(trigger: Trigger, only: readonly string[] | null): Promise<string>;
  /** False where no round was running. */
  cancel(): boolean;
  progress(): RoundProgress | null;
  /** Resolves once no round is running. */
  idle(): Promise<void>;
  /** Resumes a round whose worker died; closes it where it is old, or the settings now forbid it. */
  resume(): Promise<void>;
}

interface Running {
  id: string;
  trigger: Trigger;
  abort: AbortController;
  progress: () => RoundProgress;
  done: Promise<void>;
  /** Its states, once they are recorded. */
  recorded?: RecordedRound;
}

type Prepare = (signal: AbortSignal) => Promise<RoundRecord>;

/** A round is resumed only while its observations belong to one moment. */
const resumableMs = 2 * 60 * 1000;

/** Further ahead of the clock, its last observation was made before the clock was set back. */
const aheadMs = 5_000;

export function createRoundController(dependencies: ControllerDependencies): RoundController {
  const { store, tools } = dependencies;
  let running: Running | undefined;
  // Lost with the worker, as is little: only of cancelled rounds nothing is in history.
  let latest: RoundRecord | undefined;

  return {
    async start(trigger, only) {
      const refusal = await dependencies.refusalOf(trigger);
      if (refusal !== null) throw new RoundRefused(refusal);
      if (running !== undefined && joins(running, trigger)) return running.id;
      // A person does not wait for a round that the schedule happened to start.
      const before = running;
      before?.abort.abort();
      const id = dependencies.newId();
      begin({ id, trigger }, async () => {
        await before?.done;
        return newRecord(dependencies, { id, trigger, only, before: latest });
      });
      return id;
    },
    cancel() {
      const runs = running !== undefined && !running.abort.signal.aborted;
      running?.abort.abort();
      return runs;
    },
    progress: () => running?.progress() ?? null,
    idle: () => untilIdle(() => running),
    async resume() {
      const record = replayJournal(await store.readJournal());
      if (record === null || running !== undefined) return;
      if (await isResumable(dependencies, record)) {
        begin(record.plan, (signal) => afterRest(dependencies, record, signal));
        return;
      }
      const ended = await closeRound(dependencies, record);
      // A round that a person began meanwhile still needs the worker.
      const outcome = { ended, failure: ended.unsaved };
      if (running === undefined) dependencies.onEnded(outcome);
      else tellReplaced(dependencies, outcome);
    },
  };

  function begin(round: Pick<Running, 'id' | 'trigger'>, prepare: Prepare): void {
    const current = newRunning(round, tools.now());
    running = current;
    dependencies.onStarted();
    const prepared: Prepare = async (signal) => {
      latest = await prepare(signal);
      return latest;
    };
    current.done = perform(dependencies, current, prepared).then((outcome) => {
      if (running === current) {
        running = undefined;
        dependencies.onEnded(outcome);
      } else if (!isTold(outcome, current)) tellReplaced(dependencies, outcome, current.recorded);
    });
  }
}

/** @param told its states, where they were told before it was replaced */
function tellReplaced(
  { onReplaced, onStates }: ControllerDependencies,
  outcome: Outcome,
  told?: RecordedRound,
): void {
  const { ended } = outcome;
  if (ended !== null && ended !== told) onStates(ended);
  onReplaced(outcome);
}

/** Whether nothing came of a round but states that are recorded. */
function isTold({ ended, failure }: Outcome, { recorded }: Running): boolean {
  return failure === undefined && ended === (recorded ?? null);
}

function joins({ abort, recorded, ...running }: Running, trigger: Trigger): boolean {
  if (abort.signal.aborted) return false;
  return trigger !== 'manual' || (running.trigger === 'manual' && recorded === undefined);
}

/** Nothing records with whom the dead worker last exchanged a handshake. */
async function afterRest(
  { restMs, tools }: ControllerDependencies,
  record: RoundRecord,
  signal: AbortSignal,
): Promise<RoundRecord> {
  await tools.wait(restMs, signal);
  return record;
}

async function isResumable(
  { refusalOf, tools }: ControllerDependencies,
  record: RoundRecord,
): Promise<boolean> {
  const ageMs = tools.now().getTime() - lastSign(record);
  const isOfNow = ageMs >= -aheadMs && ageMs < resumableMs;
  return isOfNow && (await refusalOf(record.plan.trigger)) === null;
}

async function untilIdle(running: () => Running | undefined): Promise<void> {
  const current = running();
  if (current === undefined) return;
  await current.done;
  // Another round may have taken its place.
  await untilIdle(running);
}

function newRunning({ id, trigger }: Pick<Running, 'id' | 'trigger'>, now: Date): Running {
  const progress = { roundId: id, trigger, startedAt: now.toISOString(), services: [] };
  return {
    id,
    trigger,
    abort: new AbortController(),
    progress: () => progress,
    done: Promise.resolve(),
  };
}

async function perform(
  dependencies: ControllerDependencies,
  current: Running,
  prepare: Prepare,
): Promise<Outcome> {
  const { signal } = current.abort;
  try {
    const record = await prepare(signal);
    signal.throwIfAborted();
    const ended = await performRound(dependencies, record, {
      signal,
      onProgress(read) {
        const isJudged = current.recorded !== undefined;
        current.progress = () => ({ ...read(), ...(isJudged && { judged: true }) });
        dependencies.onProgress(current.progress);
      },
      onStates(recorded) {
        current.recorded = recorded;
        const read = current.progress;
        current.progress = () => ({ ...read(), judged: true });
        dependencies.onStates(recorded);
        dependencies.onProgress(current.progress);
      },
    });
    if (ended.unsaved === undefined) return { ended };
    await dependencies.store.clearJournal().catch(() => undefined);
    return { ended, failure: ended.unsaved };
  } catch (error) {
    const isCancelled = signal.aborted;
    // What still runs of a round that failed must not go on.
    current.abort.abort();
    await dependencies.store.clearJournal().catch(() => undefined);
    // What only deepens labels may be missing.
    const { recorded } = current;
    if (recorded !== undefined) return { ended: recorded, failure: recorded.unsaved };
    return isCancelled ? { ended: null } : { ended: null, failure: error };
  }
}

/** Milliseconds since the epoch of the last thing that the journal knows of. */
function lastSign({ controls, plan, targets }: RoundRecord): number {
  const attempts = [...targets.values(), ...controls.values()].flat();
  const starts = attempts.map((attempt) => Date.parse(attempt.startedAt));
  return Math.max(Date.parse(plan.startedAt), ...starts);
}
