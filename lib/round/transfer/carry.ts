import type { TransferControl, TransferTarget } from '../../catalog/schema.ts';
import { isUpload } from '../../catalog/target-kinds.ts';
import { transferBytes } from '../../catalog/transfer-bytes.ts';
import type { Attempt } from '../../model/attempt.ts';
import { type HttpObservation, recordablePart } from '../../observe/http.ts';
import { judgeTarget } from '../../observe/judge.ts';
import { attemptsOf, type OpenRound } from '../phases.ts';
import { logOfControl, logOfTarget } from '../round-log.ts';

/** All of a transfer. The browser stops a worker whose fetch takes longer than 30 s. */
const timeoutMs = 25_000;
/**
 * Silence after which a transfer counts as frozen. Before the answer it must be longer than the 10 s in
 * which Chromium notices by a PING that an HTTP/2 connection is dead, and opens a new one.
 */
const stall = { answerMs: 14_000, bodyMs: 10_000 };

/** An upload of this much fits into the first packet. */
export const smallBytes = 64;

/** Transfers some bytes to or from a target. */
export function carryTarget(
  round: OpenRound,
  target: TransferTarget,
  bytes: number,
): Promise<Attempt> {
  const { asker, log } = round;
  return asker.attempt(logOfTarget(log, target.id), async () =>
    judgeTarget(target, await carry(round, { ...target, url: target.urls[0] ?? '' }, bytes)),
  );
}

/**
 * Goes through the amounts in turn, without those that were carried before a worker died. Ends where the small one fails:
 * a larger one beside it shows nothing.
 */
export async function carryRest(
  round: OpenRound,
  target: TransferTarget,
  amounts: readonly number[],
): Promise<void> {
  for (const bytes of amounts.slice(attemptsOf(round, target).length)) {
    const { ok } = await carryTarget(round, target, bytes);
    if (bytes === smallBytes && !ok) return;
  }
}

/** Carries as much over a neutral site. */
export function carryControl(round: OpenRound, control: TransferControl): Promise<Attempt> {
  const { asker, log } = round;
  return asker.attempt(logOfControl(log, control.id), async () => {
    const seen = recordablePart(await carry(round, control, transferBytes));
    return { ...seen, ok: seen.failure === null && seen.valid };
  });
}

function carry(
  { asker }: OpenRound,
  way: { url: string; kind: string },
  bytes: number,
): Promise<HttpObservation> {
  const amount = isUpload(way)
    ? ({ method: 'POST', sendBytes: bytes } as const)
    : ({ method: 'GET', receiveBytes: bytes } as const);
  return asker.ask({ purpose: 'transfer', url: way.url, timeoutMs, stall, ...amount });
}
