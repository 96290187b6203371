import type { Target } from '../../catalog/schema.ts';
import { isPlain, isSocket, methodOf } from '../../catalog/target-kinds.ts';
import { upgradeFailure } from '../../failure/upgrade.ts';
import type { Attempt } from '../../model/attempt.ts';
import { judgeTarget } from '../../observe/judge.ts';
import { attemptsOf, note, type RoundContext } from '../context.ts';
import { attemptSocket } from './probe-socket.ts';

export interface ProbeOptions {
  /** Place in the queue for a slot: lower goes first. */
  priority: number;
  timeoutMs: number;
  /** The attempt may take longer than a background worker may wait. */
  slow?: boolean;
  /** The service fails: of a WebSocket the host is asked before the socket. */
  hostFirst?: boolean;
}

/** A browser that has just started drops requests for about half a second. */
const invalidRepeats = 3;
const invalidPauseMs = 600;

/**
 * Probes a target once: its address, or where it has several, the first and only if that fails the
 * rest. Attempts that say nothing (the network changed, …) are asked again, within bounds.
 */
export async function probeTarget(
  context: RoundContext,
  target: Target,
  options: ProbeOptions,
): Promise<void> {
  const [first = '', ...rest] = target.urls;
  const attempt = await probeUrl(context, target, first, options);
  if (!attempt.ok) await Promise.all(rest.map((url) => probeUrl(context, target, url, options)));
}

/** One more try on a fresh connection; of several addresses the next in turn. */
export async function recheckTarget(
  context: RoundContext,
  target: Target,
  options: ProbeOptions,
): Promise<void> {
  const turn = attemptsOf(context, target).length % target.urls.length;
  await probeUrl(context, target, target.urls[turn] ?? '', options);
}

async function probeUrl(
  context: RoundContext,
  target: Target,
  url: string,
  options: ProbeOptions,
): Promise<Attempt> {
  for (let repeat = 0; ; repeat += 1) {
    const attempt = await attemptOnce(context, target, url, options);
    await note(context, { kind: 'target', target: target.id, attempt });
    if (isLastWord(attempt) || repeat === invalidRepeats) return attempt;
    await context.tools.wait(invalidPauseMs, context.signal);
  }
}

/** What the browser turns into HTTPS it turns again. */
function isLastWord({ valid, failure }: Attempt): boolean {
  return valid || failure === upgradeFailure;
}

async function attemptOnce(
  context: RoundContext,
  target: Target,
  url: string,
  options: ProbeOptions,
): Promise<Attempt> {
  if (isSocket(target)) return attemptSocket(context, target, url, options);
  const { limits } = context.tools;
  const probe = options.slow === true ? context.tools.probeSlowly : context.tools.probe;
  const host = new URL(url).hostname;
  // Rests are there for handshakes with one server name, of which plain HTTP knows none.
  const slot = { host: isPlain(target) ? url : host, priority: options.priority };
  const observation = await limits.run(slot, () =>
    probe({
      url,
      method: methodOf(target),
      timeoutMs: options.timeoutMs,
      signal: context.signal,
    }),
  );
  const n = attemptsOf(context, target).length + 1;
  const attempt = judgeTarget(target, n, observation);
  return isAddress(host) ? { ...attempt, remoteIp: attempt.remoteIp ?? host } : attempt;
}

function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host);
}
