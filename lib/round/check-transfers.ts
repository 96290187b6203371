import { isTransfer } from '../catalog/is-transfer.ts';
import { type Control, type Service, type Target, transferBytes } from '../catalog/schema.ts';
import { hostOf } from '../diagnose/target.ts';
import { isCut, rateOf } from '../diagnose/transfer.ts';
import { judgeTarget } from '../probe/judge.ts';
import { attemptsOf, note, type RoundContext } from './context.ts';
import type { Gatekeeper } from './gate.ts';
import type { Attempt } from './types.ts';

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
          !isTransfer(other) &&
          hostOf(other) === host &&
          attemptsOf(context, other).some((attempt) => attempt.ok && attempt.valid),
      );
  }

  async function checkTarget(target: Target): Promise<void> {
    if (attemptsOf(context, target).length > 0) return;
    const first = await transfer(target, transferBytes);
    if (!isInDoubt(target, first)) return;
    await askControl(target);
    if (!(await gatekeeper.passesNow())) return;
    if (target.kind === 'upload') await transfer(target, smallBytes);
    const second = await transfer(target, transferBytes);
    const cut = [first, second].every(isCut);
    if (cut && (await gatekeeper.passesNow())) await transfer(target, transferBytes);
  }

  async function transfer(target: Target, bytes: number): Promise<Attempt> {
    const url = target.urls[0] ?? '';
    const observation = await carry(url, target.kind === 'upload' ? 'POST' : 'GET', bytes);
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
    const method = target.kind === 'upload' ? 'POST' : 'GET';
    const running = controlsAsked.get(method) ?? askControls(method);
    controlsAsked.set(method, running);
    await running;
  }

  async function askControls(method: string): Promise<void> {
    const controls = context.catalog.transferControls.filter((one) => one.method === method);
    await Promise.all(controls.map(carryControl));
  }

  async function carryControl(control: Control): Promise<void> {
    const method = control.method === 'POST' ? 'POST' : 'GET';
    const {
      body: _body,
      redirectUrl: _redirectUrl,
      ...seen
    } = await carry(control.url, method, transferBytes);
    const n = (context.record.controls.get(control.id)?.length ?? 0) + 1;
    const attempt = { n, ...seen, ok: seen.failure === null && seen.valid };
    await note(context, { kind: 'control', control: control.id, attempt });
  }
}

/** It froze, crawled or broke off. Whatever else may have happened is not for a transfer to tell. */
function isInDoubt(target: Target, attempt: Attempt): boolean {
  if (!attempt.valid) return false;
  if (attempt.failure === 'generic_timeout_error') return true;
  if (target.kind === 'download' && isCut(attempt)) return true;
  const told = attempt.ok && (target.kind === 'upload' || (attempt.bytes ?? 0) >= transferBytes);
  return told && rateOf(attempt) < doubtfulRate;
}
