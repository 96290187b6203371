import type { UploadSettings } from '../settings/upload.ts';
import { longestWaitMs, waitMs } from './back-off.ts';
import { failedEnd } from './failed-end.ts';
import { createOtlpRequest } from './otlp/request.ts';
import type { End, Later, Run } from './run.ts';
import { sendBatches } from './send-batches.ts';

type OtlpDraft = Extract<UploadSettings['draft'], { kind: 'otlp' }>;

/**
 * Sends each signal by itself. One that needs a person to mend something is held, and does not hold up the other: a
 * Prometheus knows no logs.
 */
export async function sendSignals(run: Run, draft: OtlpDraft): Promise<End> {
  const { outbox, settings, now, random } = run;
  const { signals: all } = draft;
  await settleComplete(run, all);
  const before = await outbox.status();
  const held = new Map(
    Object.entries(before.held ?? {}).filter(([, until]) => {
      const restMs = Date.parse(until) - now();
      return restMs > 0 && restMs <= longestWaitMs;
    }),
  );
  let problem = held.size === 0 ? null : before.problem;
  let later: Later | null = null;
  for (const part of all.filter((signal) => !held.has(signal))) {
    const make = createOtlpRequest(settings, draft, part);
    const rest = await sendBatches(run, { part, all, make });
    problem = rest.problem ?? problem;
    if (rest.later?.wait.kind === 'mend') {
      held.set(part, new Date(now() + waitMs(rest.later.wait, 1, random())).toISOString());
    } else {
      later ??= rest.later;
    }
    if (rest.later?.wait.kind === 'asked') break;
  }
  await outbox.settle([], (status) => ({ ...status, held: Object.fromEntries(held) }));
  if (later !== null) return await failedEnd(run, later);
  const open = all.filter((part) => !held.has(part));
  if (open.length > 0) return { failed: false, againInMs: await openIn(run, open), problem };
  const [first = ''] = [...held.values()].toSorted();
  return { failed: true, againInMs: Date.parse(first) - now(), problem };
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

/**
 * At once where the time was up, or a round came meanwhile. Else it is the next round that has a run go on with what is
 * held: a later run that is planned already would keep that round waiting.
 */
async function openIn({ outbox }: Run, open: readonly string[]): Promise<number | null> {
  const waiting = await outbox.waiting();
  const isOpen = waiting.some(({ done }) => open.some((part) => !done?.includes(part)));
  return isOpen ? 0 : null;
}
