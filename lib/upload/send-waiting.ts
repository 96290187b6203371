import { longestWaitMs } from './back-off.ts';
import { type End, type Run, type SendWaiting, startRun } from './run.ts';
import { sendSignals } from './send-signals.ts';
import { tellNewest } from './tell-newest.ts';

/**
 * Sends what waits, one request at a time, for 20 s at most, unless it is too early for a next try. What is accepted
 * waits no longer; a run that ends in between sends it again, with the same ids. One run at a time is the caller's duty.
 * @returns after how many milliseconds to run again; null where there is no need to before another round waits
 */
export async function sendWaiting(given: SendWaiting): Promise<{ againInMs: number | null }> {
  const { outbox, settings, now, signal } = given;
  signal.throwIfAborted();
  if ((await outbox.count()) === 0) return { againInMs: null };
  const { notBefore } = await outbox.status();
  const restMs = notBefore === null ? 0 : Date.parse(notBefore) - now();
  // No wait is longer: the clock was wrong.
  if (restMs > 0 && restMs <= longestWaitMs) return { againInMs: restMs };
  const run = startRun(given);
  const end =
    settings.draft.kind === 'otlp' ? await sendSignals(run, settings.draft) : await tellNewest(run);
  await noteEnd(run, end);
  return { againInMs: end.againInMs };
}

async function noteEnd({ outbox, now }: Run, { failed, againInMs, problem }: End): Promise<void> {
  const notBefore = failed ? new Date(now() + (againInMs ?? 0)).toISOString() : null;
  await outbox.settle([], (status) => ({
    ...status,
    failures: failed ? status.failures + 1 : 0,
    notBefore,
    problem,
  }));
}
