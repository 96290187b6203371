import type { UploadSettings } from '../settings/upload.ts';
import { waitMs } from './back-off.ts';
import { createOtlpRequest } from './otlp/request.ts';
import { type End, type Run, type SendWaiting, startRun } from './run.ts';
import { sendBatches } from './send-batches.ts';
import { tellNewest } from './tell-newest.ts';

type OtlpDraft = Extract<UploadSettings['draft'], { kind: 'otlp' }>;

/**
 * Sends what waits, one request at a time, for 20 s at most, unless it is too early for a next try. What is accepted
 * waits no longer; a run that ends in between sends it again, with the same ids. One run at a time is the caller's duty.
 * @returns after how many milliseconds to run again; null where nothing waits
 */
export async function sendWaiting(given: SendWaiting): Promise<{ againInMs: number | null }> {
  const { outbox, settings, now, signal } = given;
  signal.throwIfAborted();
  if ((await outbox.count()) === 0) return { againInMs: null };
  const { notBefore } = await outbox.status();
  const restMs = notBefore === null ? 0 : Date.parse(notBefore) - now();
  if (restMs > 0) return { againInMs: restMs };
  const run = startRun(given);
  const end =
    settings.draft.kind === 'otlp' ? await sendSignals(run, settings.draft) : await tellNewest(run);
  return { againInMs: await noteEnd(run, end) };
}

/** Each signal goes its own way: an endpoint may take one of them only. */
async function sendSignals(run: Run, draft: OtlpDraft): Promise<End> {
  const { signals: all } = draft;
  await settleComplete(run, all);
  let end: End = { later: null, problem: null };
  for (const part of all) {
    const make = createOtlpRequest(run.settings, draft, part);
    const { later, problem } = await sendBatches(run, { part, all, make });
    end = { later: end.later ?? later, problem: end.problem ?? problem };
    if (later?.wait.kind === 'asked') break;
  }
  return end;
}

/** Of rounds that wait for a signal only that is sent no more, nothing is left to send. */
async function settleComplete({ outbox }: Run, all: readonly string[]): Promise<void> {
  const complete = (await outbox.waiting())
    .filter(({ done }) => all.every((part) => done?.includes(part)))
    .map(({ id }) => id);
  if (complete.length === 0) return;
  await outbox.settle(complete, (status, settled) => ({
    ...status,
    delivered: status.delivered + settled,
  }));
}

async function noteEnd(run: Run, { later, problem }: End): Promise<number | null> {
  const { outbox, now, random } = run;
  if (later === null) {
    await outbox.settle([], (status) => ({ ...status, failures: 0, notBefore: null, problem }));
    return (await outbox.count()) === 0 ? null : 0;
  }
  const failures = (await outbox.status()).failures + 1;
  const ms = Math.ceil(waitMs(later.wait, failures, random()));
  const notBefore = new Date(now() + ms).toISOString();
  await outbox.settle([], (status) => ({ ...status, failures, notBefore, problem }));
  return ms;
}
