import { hostOf } from '../../catalog/host-of.ts';
import type { Service, Target, TransferControl } from '../../catalog/schema.ts';
import { isDownload, isHandshake, isTransfer, isUpload } from '../../catalog/target-kinds.ts';
import { transferBytes } from '../../catalog/transfer-bytes.ts';
import { isCut, rateOf } from '../../diagnose/transfer.ts';
import type { Attempt } from '../../model/attempt.ts';
import { withoutPage } from '../../observe/http.ts';
import { judgeTarget } from '../../observe/judge.ts';
import { attemptsOf, isLate, note, type RoundContext } from '../context.ts';
import type { Gatekeeper } from '../gate/gate.ts';

/** Tries whether much goes through where little does. */
export interface TransferChecks {
  check(service: Service): Promise<void>;
}

const priority = 4;
/** All of a transfer. A worker whose fetch takes longer than 30 s is put to sleep. */
const timeoutMs = 25_000;
/**
 * Silence after which a transfer counts as frozen. Before the answer it must be longer than the 10 s in
 * which Chromium finds out by a PING that an HTTP/2 connection is dead, and takes a new one.
 */
const stall = { answerMs: 14_000, bodyMs: 10_000 };
/** An upload of this much fits into the first packet. */
const smallBytes = 64;
/** Below this, in bytes a second, a transfer is compared with others. */
const doubtfulRate = 16_000;

export function createTransferChecks(
  context: RoundContext,
  gatekeeper: Gatekeeper,
): TransferChecks {
  const controlsAsked = new Map<string, Promise<void>>();

  return {
    async check(service) {
      const targets = service.targets.filter((target) => isTransfer(target) && goesThrough(target));
      await Promise.all(targets.map(checkTarget));
    },
  };

  /** A host that does not answer at all is told by other targets. */
  function goesThrough(target: Target): boolean {
    const host = hostOf(target);
    return context.catalog.services
      .flatMap((service) => service.targets)
      .some(
        (other) =>
          // That plain HTTP gets through says nothing of TLS.
          isHandshake(other) &&
          hostOf(other) === host &&
          attemptsOf(context, other).some((attempt) => attempt.ok && attempt.valid),
      );
  }

  async function checkTarget(target: Target): Promise<void> {
    const first = attemptsOf(context, target)[0] ?? (await transfer(target, transferBytes));
    if (!isInDoubt(target, first)) return;
    await askControl(target);
    if (isLate(context) || !(await gatekeeper.passesNow())) return;
    const amounts = isUpload(target)
      ? [transferBytes, smallBytes, transferBytes]
      : [transferBytes, transferBytes];
    await carryRest(target, amounts);
    if (!hidesItsOffset(target, attemptsOf(context, target))) return;
    if (isLate(context) || !(await gatekeeper.passesNow())) return;
    await carryRest(target, [...amounts, transferBytes]);
  }

  /** What a worker that died had carried is not carried again. */
  async function carryRest(target: Target, amounts: readonly number[]): Promise<void> {
    for (const bytes of amounts.slice(attemptsOf(context, target).length)) {
      await transfer(target, bytes);
    }
  }

  async function transfer(target: Target, bytes: number): Promise<Attempt> {
    const url = target.urls[0] ?? '';
    const observation = await carry(url, isUpload(target) ? 'POST' : 'GET', bytes);
    const n = attemptsOf(context, target).length + 1;
    const attempt = judgeTarget(target, n, observation);
    await note(context, { kind: 'target', target: target.id, attempt });
    return attempt;
  }

  function carry(url: string, method: 'GET' | 'POST', bytes: number) {
    const { limits, probe } = context.tools;
    const { signal } = context;
    const amount = method === 'POST' ? { sendBytes: bytes } : { receiveBytes: bytes };
    return limits.run({ host: new URL(url).hostname, priority }, () =>
      probe({ url, method, timeoutMs, stall, signal, ...amount }),
    );
  }

  /** Carries as much over a neutral site, once a round for each direction. */
  async function askControl(target: Target): Promise<void> {
    const running = controlsAsked.get(target.kind) ?? askControls(target);
    controlsAsked.set(target.kind, running);
    await running;
  }

  async function askControls({ kind }: Target): Promise<void> {
    const controls = context.catalog.transferControls.filter(
      (one) => one.kind === kind && !context.record.controls.has(one.id),
    );
    await Promise.all(controls.map(carryControl));
  }

  async function carryControl(control: TransferControl): Promise<void> {
    const method = isUpload(control) ? 'POST' : 'GET';
    const seen = withoutPage(await carry(control.url, method, transferBytes));
    const n = (context.record.controls.get(control.id)?.length ?? 0) + 1;
    const attempt = { n, ...seen, ok: seen.failure === null && seen.valid };
    await note(context, { kind: 'control', control: control.id, attempt });
  }
}

/**
 * Two downloads that stopped do not say where: both were cut, which may throw away what had come, or one
 * went over a connection that had died before it, as where the worker died in mid-transfer.
 */
function hidesItsOffset(target: Target, attempts: readonly Attempt[]): boolean {
  if (!isDownload(target)) return false;
  const frozen = attempts.filter(({ freezeAtBytes }) => freezeAtBytes !== null);
  const stopped = attempts.every(({ failure }) => failure === 'generic_timeout_error');
  return attempts.every(isCut) || (stopped && frozen.length === 1);
}

/** It froze, crawled or broke off. Whatever else may have happened is not for a transfer to tell. */
function isInDoubt(target: Target, attempt: Attempt): boolean {
  if (!attempt.valid) return false;
  if (attempt.failure === 'generic_timeout_error') return true;
  if (isDownload(target) && isCut(attempt)) return true;
  const told = attempt.ok && (isUpload(target) || (attempt.bytes ?? 0) >= transferBytes);
  return told && rateOf(attempt) < doubtfulRate;
}
