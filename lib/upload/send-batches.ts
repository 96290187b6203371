import type { Round } from '../model/round.ts';
import type { UploadSignal } from '../settings/upload.ts';
import type { WaitingRound } from './database.ts';
import type { StatusChange } from './outbox.ts';
import { readWaiting } from './read-waiting.ts';
import type { UploadRequest } from './request.ts';
import type { End, Later, Run } from './run.ts';
import type { UploadProblem } from './status.ts';

const mostRounds = 16;
/** Before it is packed; receivers take many times that. */
const mostBytes = 1_000_000;

interface Signal {
  part: UploadSignal;
  all: readonly UploadSignal[];
  make: (rounds: readonly Round[], status: { dropped: number }) => UploadRequest;
}

/**
 * Sends one signal of what waits, some rounds a request, the oldest first, until nothing waits, the time is up or the
 * endpoint takes no more.
 */
export async function sendBatches(run: Run, signal: Signal): Promise<End> {
  const { outbox, rounds: read } = run;
  const waiting = (await outbox.waiting()).filter(({ done }) => !done?.includes(signal.part));
  const pace = createPace();
  while (waiting.length > 0 && run.hasTime()) {
    const batch = waiting.slice(0, pace.size);
    const rounds = await readWaiting(batch, read);
    await settleGone(run, batch, rounds);
    const sent = rounds.length === 0 ? 'over' : await sendBatch(run, { ...signal, rounds, pace });
    if (sent === 'over') waiting.splice(0, batch.length);
    else if (sent !== 'smaller') return { later: sent, problem: sent.problem };
  }
  return { later: null, problem: pace.problem };
}

/** What a person deleted, or what got too old, is not sent. */
async function settleGone(
  { outbox }: Run,
  batch: readonly WaitingRound[],
  rounds: readonly Round[],
): Promise<void> {
  const found = new Set(rounds.map(({ id }) => id));
  const gone = batch.map(({ id }) => id).filter((id) => !found.has(id));
  if (gone.length === 0) return;
  await outbox.settle(gone, (status) => ({ ...status, gone: status.gone + gone.length }));
}

interface Batch extends Signal {
  rounds: readonly Round[];
  pace: Pace;
}

/** `smaller`: to be tried with fewer rounds. */
async function sendBatch(run: Run, batch: Batch): Promise<'over' | 'smaller' | Later> {
  const { part, all, make, rounds, pace } = batch;
  const { outbox, now } = run;
  const ids = rounds.map(({ id }) => id);
  const request = make(rounds, await outbox.status());
  if (sizeOf(request) > mostBytes && pace.halve(rounds.length)) return 'smaller';
  const outcome = await run.post(request);
  if (outcome.kind === 'later') return outcome;
  if (outcome.kind === 'accepted') {
    pace.accepted();
    const deliveredAt = new Date(now()).toISOString();
    await outbox.settlePart(
      ids,
      { part, all, accepted: true },
      refusedMore(outcome.refused, { deliveredAt }),
    );
    return 'over';
  }
  if (pace.halve(rounds.length)) return 'smaller';
  await outbox.settlePart(ids, { part, all, accepted: false }, refusedMore(request.records));
  // An endpoint that takes nothing at all, as one without JSON, is not given one round after the other to drop.
  return pace.refused(outcome.problem)
    ? 'over'
    : { ...outcome, kind: 'later', wait: { kind: 'back-off' } };
}

function refusedMore(count: number, more: { deliveredAt?: string } = {}): StatusChange {
  return (status) => ({ ...status, ...more, refused: status.refused + count });
}

function sizeOf({ body }: UploadRequest): number {
  return body?.length ?? 0;
}

interface Pace {
  /** How many rounds to send at once. */
  readonly size: number;
  /** Sends fewer at once; false for a single one. */
  halve(rounds: number): boolean;
  accepted(): void;
  /** A single round was refused for good. Says whether to go on. */
  refused(problem: UploadProblem): boolean;
  /** Of the last refusal. */
  readonly problem: UploadProblem | null;
}

/** Fewer rounds after a refusal, so that the one that is not taken is found; more again once some are taken. */
function createPace(): Pace {
  let size = mostRounds;
  let refusals = 0;
  let problem: UploadProblem | null = null;
  return {
    get size() {
      return size;
    },
    get problem() {
      return problem;
    },
    halve(rounds) {
      if (rounds === 1) return false;
      size = Math.ceil(rounds / 2);
      return true;
    },
    accepted() {
      size = Math.min(mostRounds, size * 2);
      refusals = 0;
    },
    refused(why) {
      problem = why;
      refusals += 1;
      return refusals === 1;
    },
  };
}
