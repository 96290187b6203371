import type { Round } from '../model/round.ts';
import type { WaitingRound } from './database.ts';
import { failedEnd } from './failed-end.ts';
import type { StatusChange } from './outbox.ts';
import { type ReadRounds, readWaiting } from './read-waiting.ts';
import type { UploadRequest } from './request.ts';
import { createRequests } from './requests.ts';
import type { End, Later, Run } from './run.ts';

/** A round that began longer ago, in milliseconds, is of the past: who is told takes it for what is so now. */
const presentMs = 3_600_000;

/**
 * Tells the newest round that waits, a service a request, and lets the older ones wait no longer: they are of the past.
 * Where some services are taken and others are not, as those without a monitor, the round counts as delivered, and the
 * others as refused; the next round tells them anew. What the time does not suffice for is told by the next run.
 */
export async function tellNewest(run: Run): Promise<End> {
  const { outbox, settings, rounds: read, now } = run;
  const waiting = await outbox.waiting();
  const { round, gone, done } = await newestOf(waiting, read);
  const known = await outbox.status();
  const all = isPresent(round, now()) ? createRequests(settings)([round], known) : [];
  const requests = all.filter(({ part }) => !done.includes(part));
  const told = await sendEach(run, requests);
  const { accepted, parts, failed } = told;
  if (failed !== null && accepted + done.length === 0) return await failedEnd(run, failed);
  const deliveredAt = accepted === 0 ? {} : { deliveredAt: new Date(now()).toISOString() };
  const change: StatusChange = (status) => ({
    ...status,
    ...deliveredAt,
    refused: status.refused + told.refused,
  });
  if (round !== null && parts.length < requests.length) {
    await noteTold(run, { id: round.id, parts, all: all.map(({ part }) => part), change });
    if (told.isToWait && failed !== null) return await failedEnd(run, failed);
    return { failed: false, againInMs: 0, problem: failed?.problem ?? null };
  }
  await outbox.settle(
    waiting.map(({ id }) => id),
    (status) => ({
      ...change(status, 0),
      delivered: status.delivered + (accepted + done.length === 0 ? 0 : 1),
      gone: status.gone + gone,
    }),
  );
  const againInMs = (await outbox.count()) === 0 ? null : 0;
  // Where nothing was sent, nothing was mended.
  const problem = requests.length === 0 ? known.problem : (failed?.problem ?? null);
  return { failed: false, againInMs, problem };
}

interface ToldParts {
  id: string;
  parts: readonly string[];
  /** With those that are to be told yet. */
  all: readonly string[];
  change: StatusChange;
}

async function noteTold({ outbox }: Run, { id, parts, all, change }: ToldParts): Promise<void> {
  for (const part of parts) {
    await outbox.settlePart([id], { part, all: [...all], accepted: true }, (status) => status);
  }
  await outbox.settle([], change);
}

function isPresent(round: Round | null, now: number): round is Round {
  return round !== null && now - Date.parse(round.startedAt) <= presentMs;
}

/** The newest round that the history still has, what was told of it, and how many newer ones it has not. */
async function newestOf(
  waiting: readonly WaitingRound[],
  read: ReadRounds,
): Promise<{ round: Round | null; done: readonly string[]; gone: number }> {
  let gone = 0;
  for (const one of waiting.toReversed()) {
    const [round] = await readWaiting([one], read);
    if (round !== undefined) return { round, done: one.done ?? [], gone };
    gone += 1;
  }
  return { round: null, done: [], gone };
}

interface Told {
  /** What was accepted or refused, or failed; not what is to wait, or was not tried. */
  parts: string[];
  accepted: number;
  refused: number;
  /** The first that was not accepted, or the one after which nothing more is wanted. */
  failed: Later | null;
  isToWait: boolean;
}

async function sendEach(run: Run, requests: readonly UploadRequest[]): Promise<Told> {
  const told: Told = { parts: [], accepted: 0, refused: 0, failed: null, isToWait: false };
  for (const request of requests) {
    if (!run.hasTime()) break;
    const outcome = await run.post(request);
    // It wants nothing from anybody now.
    if (outcome.kind === 'later' && outcome.wait.kind === 'asked') {
      return { ...told, failed: outcome, isToWait: true };
    }
    told.parts.push(request.part);
    if (outcome.kind === 'accepted') {
      told.accepted += 1;
      continue;
    }
    told.refused += 1;
    told.failed ??=
      outcome.kind === 'later' ? outcome : { ...outcome, kind: 'later', wait: { kind: 'mend' } };
  }
  return told;
}
