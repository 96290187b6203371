import type { Catalog } from '../catalog/schema.ts';
import { diagnoseNetwork } from '../diagnose/network.ts';
import { diagnoseRound } from '../diagnose/round.ts';
import type { JournalEntry } from '../model/journal.ts';
import type { RoundProgress } from '../model/progress.ts';
import type { Round, Software, Trigger } from '../model/round.ts';
import type { Standing } from '../model/standing.ts';
import { controlEvidence } from './gate/gate.ts';
import { emptyRecord, type RoundRecord, replayJournal } from './journal.ts';
import { planRound } from './plan.ts';
import type { RoundTools } from './round-tools.ts';
import { closeInterrupted, type Observed, runRound } from './run.ts';

/** What the controller needs of history. */
export interface RoundStore {
  readStandings(): Promise<Map<string, Standing>>;
  lastFullAt(): Promise<string | null>;
  /** Median of the controls' times in earlier rounds, in milliseconds; null where there were too few. */
  usualControlMs(): Promise<number | null>;
  recordRound(finished: {
    round: Round;
    standings: readonly Standing[];
    full: boolean;
  }): Promise<void>;
  appendJournal(entry: JournalEntry): Promise<void>;
  readJournal(): Promise<JournalEntry[]>;
  clearJournal(): Promise<void>;
}

export interface ControllerDependencies {
  catalog: Catalog;
  store: RoundStore;
  tools: Omit<RoundTools, 'writeJournal'>;
  software: () => Promise<Software>;
  /** Between two handshakes with a host, in milliseconds. */
  restMs: number;
  random: () => number;
  newId: () => string;
  /** A round begins: the worker is to be kept alive. */
  onStarted: () => void;
  onProgress: (progress: RoundProgress) => void;
  /**
   * A round is over. Null where it was cancelled or failed, and nothing was recorded.
   * @param failure why it failed, as where the disk is full; undefined where it did not
   */
  onEnded: (ended: Recorded | null, failure?: unknown) => void;
}

export interface Recorded {
  round: Round;
  standings: readonly Standing[];
}

/** At most one round at a time. */
export interface RoundController {
  /** Answers the id of the round that now runs: a new one, or the one that was running. */
  start(trigger: Trigger, only: readonly string[] | null): Promise<string>;
  /** False where no round was running. */
  cancel(): boolean;
  progress(): RoundProgress | null;
  /** Takes up, or closes, a round whose worker died. */
  resume(): Promise<void>;
}

interface Running {
  id: string;
  trigger: Trigger;
  abort: AbortController;
  progress: RoundProgress;
  done: Promise<void>;
}

interface Ended {
  ended: Recorded | null;
  failure?: unknown;
}

type Prepare = (signal: AbortSignal) => Promise<RoundRecord>;

/** A round is taken up again only while its observations are of one piece. */
const resumableMs = 2 * 60 * 1000;

export function createRoundController(dependencies: ControllerDependencies): RoundController {
  const { catalog, store, tools } = dependencies;
  let running: Running | undefined;

  return {
    async start(trigger, only) {
      const joins = trigger !== 'manual' || running?.trigger === 'manual';
      if (running !== undefined && !running.abort.signal.aborted && joins) return running.id;
      // A person does not wait for a round that the schedule happened to start.
      const before = running;
      before?.abort.abort();
      const id = dependencies.newId();
      begin(id, trigger, async () => {
        await before?.done;
        return emptyRecord(await plan(id, trigger, only));
      });
      return id;
    },
    cancel() {
      const runs = running !== undefined && !running.abort.signal.aborted;
      running?.abort.abort();
      return runs;
    },
    progress: () => running?.progress ?? null,
    async resume() {
      const record = replayJournal(await store.readJournal());
      if (record === null || running !== undefined) return;
      const { id, trigger } = record.plan;
      const age = tools.now().getTime() - lastSign(record);
      if (age < resumableMs) {
        begin(id, trigger, async (signal) => {
          // Nobody remembers whom the worker that died greeted last.
          await tools.wait(dependencies.restMs, signal);
          return record;
        });
      } else await conclude(record, closeRecord(record));
    },
  };

  async function plan(id: string, trigger: Trigger, only: readonly string[] | null) {
    const [standings, lastFullAt, usualMs] = await Promise.all([
      store.readStandings(),
      store.lastFullAt(),
      store.usualControlMs(),
    ]);
    const { random } = dependencies;
    const now = tools.now();
    return planRound({
      id,
      trigger,
      now,
      catalog,
      only,
      standings,
      lastFullAt,
      usualMs,
      savesData: tools.savesData(),
      random,
    });
  }

  function begin(id: string, trigger: Trigger, prepare: Prepare) {
    const abort = new AbortController();
    const startedAt = tools.now().toISOString();
    const progress = { roundId: id, trigger, startedAt, services: [] };
    const current: Running = { id, trigger, abort, progress, done: Promise.resolve() };
    running = current;
    dependencies.onStarted();
    current.done = perform(current, prepare).then(({ ended, failure }) => {
      // One that a person's request has replaced ends unheard: the other keeps the worker alive.
      if (running !== current) return;
      running = undefined;
      dependencies.onEnded(ended, failure);
    });
  }

  async function perform(current: Running, prepare: Prepare): Promise<Ended> {
    const { signal } = current.abort;
    try {
      const record = await prepare(signal);
      signal.throwIfAborted();
      if (record.targets.size === 0 && record.controls.size === 0) {
        await store.clearJournal();
        await store.appendJournal({ kind: 'plan', plan: record.plan });
      }
      const observed = await runRound({
        catalog,
        record,
        signal,
        tools: { ...tools, writeJournal: (entry) => store.appendJournal(entry) },
        onProgress: (progress) => {
          current.progress = progress;
          dependencies.onProgress(progress);
        },
      });
      return { ended: await conclude(record, observed) };
    } catch (error) {
      await store.clearJournal().catch(() => undefined);
      return signal.aborted ? { ended: null } : { ended: null, failure: error };
    }
  }

  function closeRecord(record: RoundRecord): Observed {
    const network = diagnoseNetwork(
      controlEvidence({ catalog, record }),
      true,
      record.plan.usualMs,
    );
    return closeInterrupted(catalog, record, network);
  }

  async function conclude(record: RoundRecord, observed: Observed) {
    const [software, standings] = await Promise.all([
      dependencies.software(),
      store.readStandings(),
    ]);
    const diagnosed = diagnoseRound({ ...observed, software }, standings);
    await store.recordRound({ ...diagnosed, full: isFull(record) });
    return diagnosed;
  }

  /** A full round of some services only does not stand in for one of all. */
  function isFull({ plan: made }: RoundRecord): boolean {
    const planned = new Set(made.services.map(({ id }) => id));
    const regular = catalog.services.filter((service) => service.enabledByDefault);
    return made.full && regular.every((service) => planned.has(service.id));
  }
}

function lastSign(record: RoundRecord): number {
  const attempts = [...record.targets.values(), ...record.controls.values()].flat();
  const starts = attempts.map((attempt) => Date.parse(attempt.startedAt));
  return Math.max(Date.parse(record.plan.startedAt), ...starts);
}
