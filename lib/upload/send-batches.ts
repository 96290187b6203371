import type { Round } from '../model/round.ts';
import type { UploadSignal } from '../settings/upload.ts';
import type { WaitingRound } from './database.ts';
import type { StatusChange } from './outbox.ts';
import { createPace, type Pace } from './pace.ts';
import { readWaiting } from './read-waiting.ts';
import type { UploadRequest } from './request.ts';
import type { Later, Run } from './run.ts';
import type { UploadProblem } from './status.ts';

/** Before it is packed; receivers take many times that. */
const mostBytes = 1_000_000;

interface Signal {
  part: UploadSignal;
  all: readonly UploadSignal[];
  make: (rounds: readonly Round[], status: { dropped: number }) => UploadRequest;
}

/** What is left of a signal. */
interface Rest {
  /** What has to be tried again; null without any. */
  later: Later | null;
  problem: UploadProblem | null;
}

/**
 * Sends one signal of what waits, some rounds a request, the oldest first, until nothing waits, the time is up or the
 * endpoint takes no more.
 */
export async function sendBatches(run: Run, signal: Signal): Promise<Rest> {
  const { outbox, rounds: read } = run;
  const waiting = (await outbox.waiting()).filter(({ done }) => !done?.includes(signal.part));
  const pace = createPace();
  while (waiting.length > 0 && run.hasTime()) {
    const batch = waiting.slice(0, pace.size);
    const rounds = await readWaiting(batch, read);
    await settleGone(run, batch, rounds);
    const sent =
      rounds.length === 0 ? 'over' : await sendBatch(run, { ...signal, rounds, waiting, pace });
    if (sent === 'over') waiting.splice(0, batch.length);
    else if (sent !== 'again') return { later: sent, problem: sent.problem };
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
  await outbox.settle(gone, (status, settled) => ({ ...status, gone: status.gone + settled }));
}

interface Batch extends Signal {
  /** At least one. */
  rounds: readonly Round[];
  /** All that still waits, with these rounds first. */
  waiting: WaitingRound[];
  pace: Pace;
}

/** `again`: to be tried with fewer rounds, or in the next run. */
async function sendBatch(run: Run, batch: Batch): Promise<'over' | 'again' | Later> {
  const { part, all, make, rounds, pace } = batch;
  const { outbox } = run;
  const request = make(rounds, await outbox.status());
  if (sizeOf(request) > mostBytes && pace.halve(rounds.length)) return 'again';
  // To read the history may have taken the rest of the time.
  if (!run.hasTime()) return 'again';
  const outcome = await run.post(request);
  if (outcome.kind === 'later') return outcome;
  if (outcome.kind === 'accepted') {
    pace.accepted();
    await settleAccepted(run, { ...batch, refused: outcome.refused });
    return 'over';
  }
  if (pace.halve(rounds.length)) return 'again';
  const isTaking = pace.refused(outcome.problem) || (await takesNewest(run, batch));
  if (!isTaking) return { ...outcome, kind: 'later', wait: { kind: 'back-off' } };
  const ids = rounds.map(({ id }) => id);
  await outbox.settlePart(ids, { part, all, accepted: false }, refusedMore(request.records));
  return 'over';
}

async function settleAccepted(
  { outbox, now }: Run,
  { rounds, part, all, refused }: Batch & { refused: number },
): Promise<void> {
  const ids = rounds.map(({ id }) => id);
  const deliveredAt = new Date(now()).toISOString();
  await outbox.settlePart(
    ids,
    { part, all, accepted: true },
    refusedMore(refused, { deliveredAt }),
  );
}

/**
 * Whether the endpoint takes anything at all, tried with the newest round. One without JSON takes nothing, and what waits
 * for it must not be dropped, one round after the other; one that only finds old rounds too old takes this one.
 */
async function takesNewest(run: Run, batch: Batch): Promise<boolean> {
  const { waiting, make, pace } = batch;
  const newest = waiting.length > 1 ? waiting.slice(-1) : [];
  const rounds = await readWaiting(newest, run.rounds);
  if (rounds.length === 0) return false;
  const request = make(rounds, await run.outbox.status());
  if (!run.hasTime()) return false;
  const outcome = await run.post(request);
  if (outcome.kind !== 'accepted') return false;
  await settleAccepted(run, { ...batch, rounds, refused: outcome.refused });
  waiting.pop();
  pace.trust();
  return true;
}

function refusedMore(count: number, more: { deliveredAt?: string } = {}): StatusChange {
  return (status) => ({ ...status, ...more, refused: status.refused + count });
}

function sizeOf({ body }: UploadRequest): number {
  return body?.length ?? 0;
}
