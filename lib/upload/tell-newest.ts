import type { Round } from '../model/round.ts';
import type { WaitingRound } from './database.ts';
import { failedEnd } from './failed-end.ts';
import { type ReadRounds, readWaiting } from './read-waiting.ts';
import type { UploadRequest } from './request.ts';
import { createRequests } from './requests.ts';
import type { End, Later, Run } from './run.ts';

/** A round that began longer ago, in milliseconds, is of the past: who is told takes it for what is so now. */
const presentMs = 3_600_000;

/**
 * Tells the newest round that waits, a service a request, and lets the older ones wait no longer: they are of the past.
 * Where some services are taken and others are not, as those without a monitor, the round counts as delivered, and the
 * others as refused; the next round tells them anew.
 */
export async function tellNewest(run: Run): Promise<End> {
  const { outbox, settings, rounds: read, now } = run;
  const waiting = await outbox.waiting();
  const { round, gone } = await newestOf(waiting, read);
  const known = await outbox.status();
  const requests = isPresent(round, now()) ? createRequests(settings)([round], known) : [];
  const { accepted, refused, failed } = await sendEach(run, requests);
  if (failed !== null && accepted === 0) return await failedEnd(run, failed);
  // To read it took all the time.
  if (requests.length > 0 && accepted === 0) return { failed: false, againInMs: 0, problem: null };
  const deliveredAt = accepted === 0 ? {} : { deliveredAt: new Date(now()).toISOString() };
  await outbox.settle(
    waiting.map(({ id }) => id),
    (status) => ({
      ...status,
      ...deliveredAt,
      delivered: status.delivered + (accepted === 0 ? 0 : 1),
      refused: status.refused + refused,
      gone: status.gone + gone,
    }),
  );
  const againInMs = (await outbox.count()) === 0 ? null : 0;
  // Where nothing was sent, nothing was mended.
  const problem = requests.length === 0 ? known.problem : (failed?.problem ?? null);
  return { failed: false, againInMs, problem };
}

function isPresent(round: Round | null, now: number): round is Round {
  return round !== null && now - Date.parse(round.startedAt) <= presentMs;
}

/** The newest round that the history still has, and how many newer ones it has not. */
async function newestOf(
  waiting: readonly WaitingRound[],
  read: ReadRounds,
): Promise<{ round: Round | null; gone: number }> {
  let gone = 0;
  for (const one of waiting.toReversed()) {
    const [round] = await readWaiting([one], read);
    if (round !== undefined) return { round, gone };
    gone += 1;
  }
  return { round: null, gone };
}

interface Told {
  accepted: number;
  refused: number;
  /** The first that was not accepted. */
  failed: Later | null;
}

async function sendEach(run: Run, requests: readonly UploadRequest[]): Promise<Told> {
  const told: Told = { accepted: 0, refused: 0, failed: null };
  for (const request of requests) {
    if (!run.hasTime()) break;
    const outcome = await run.post(request);
    if (outcome.kind === 'accepted') {
      told.accepted += 1;
      continue;
    }
    told.refused += 1;
    told.failed ??=
      outcome.kind === 'later' ? outcome : { ...outcome, kind: 'later', wait: { kind: 'mend' } };
    // It wants nothing from anybody now.
    if (outcome.kind === 'later' && outcome.wait.kind === 'asked') break;
  }
  return told;
}
