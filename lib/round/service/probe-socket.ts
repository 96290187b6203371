import type { SocketTarget, Target } from '../../catalog/schema.ts';
import { speaksFirst } from '../../catalog/target-kinds.ts';
import type { Attempt } from '../../model/attempt.ts';
import { isHostReached, judgeSocket, judgeTarget } from '../../observe/judge.ts';
import type { SocketObservation } from '../../observe/socket.ts';
import { attemptsOf, type RoundContext, validFailures } from '../context.ts';
import type { ProbeOptions } from './probe-target.ts';

/** Of a service that speaks first. On any network it takes no longer than its handshake did. */
const firstFrameMs = 5_000;

/**
 * One attempt on a WebSocket. Where it does not open and the browser hides why, its host is asked over
 * HTTPS, a rest later. Where the service has failed already the host is asked first, and the socket only
 * if it answers: so a censor that counts handshakes sees no more of them than of any other target.
 */
export async function attemptSocket(
  context: RoundContext,
  target: SocketTarget,
  url: string,
  options: ProbeOptions,
): Promise<Attempt> {
  const n = attemptsOf(context, target).length + 1;
  const asksFirst = options.hostFirst === true || failsAlready(context, target);
  const first = asksFirst ? await ask() : null;
  if (first !== null && !isHostReached(first)) return judgeTarget(target, n, first);
  const socket = await open();
  if (!socket.hidden) return judgeSocket(n, socket, null);
  const host = first ?? (await ask());
  return isHostReached(host) ? judgeSocket(n, socket, host) : judgeTarget(target, n, host);

  function ask() {
    const { hostname } = new URL(url);
    const { limits, probe } = context.tools;
    return limits.run({ host: hostname, priority: options.priority }, () =>
      probe({
        url: `https://${hostname}/`,
        method: 'HEAD',
        timeoutMs: options.timeoutMs,
        signal: context.signal,
      }),
    );
  }

  function open(): Promise<SocketObservation> {
    const { limits, probeSocket } = context.tools;
    const { hostname } = new URL(url);
    return limits.run({ host: hostname, priority: options.priority }, () =>
      probeSocket({
        url,
        subprotocol: target.subprotocol,
        timeoutMs: options.timeoutMs,
        firstFrameMs: speaksFirst(target) ? firstFrameMs : undefined,
        signal: context.signal,
      }),
    );
  }
}

function failsAlready(context: RoundContext, target: Target): boolean {
  return validFailures(attemptsOf(context, target)).length > 0;
}
