import { ownDomainsOf } from '../../catalog/own-domains.ts';
import type { SocketTarget } from '../../catalog/schema.ts';
import { expectsFirstFrame, privateAuthorityOf } from '../../catalog/target-kinds.ts';
import type { UnnumberedAttempt } from '../../model/attempt.ts';
import type { HttpObservation } from '../../observe/http.ts';
import { isHostReached, isLedAway, judgeSocket, judgeTarget } from '../../observe/judge.ts';
import type { SocketObservation } from '../../observe/socket.ts';
import { attemptsOf, type OpenRound, validFailures } from '../phases.ts';
import type { ProbeOptions } from './probe-options.ts';

/** For a server that speaks first. On any network it takes no longer than its handshake did. */
const firstFrameMs = 5_000;

/**
 * One attempt on a WebSocket. Where it does not open and the browser hides why or where it leads, its host is asked over
 * HTTPS, after the usual rest. Once the service has failed, the host is asked first, and the socket only if
 * the host answers, so that a censor that counts handshakes sees no more of them than for other targets.
 */
export async function attemptSocket(
  round: OpenRound,
  { target, url }: { target: SocketTarget; url: string },
  options: ProbeOptions,
): Promise<UnnumberedAttempt> {
  const asksFirst = options.hostFirst === true || failsAlready(round, target);
  const first = asksFirst ? await askHost(round, url, options) : null;
  const own = ownDomainsOf(round.catalog, target);
  if (first !== null && !isHostReached(first)) return judgeTarget(target, first, own);
  const socket = await openSocket(round, { target, url }, options);
  if (!socket.hidden) {
    // Firefox tells the status of a refusal, and not where it leads.
    const lead = isLedAway(socket) ? (first ?? (await askHost(round, url, options))) : null;
    return judgeSocket(socket, lead, { authority: privateAuthorityOf(target), own });
  }
  const host = first ?? (await askHost(round, url, options));
  return isHostReached(host) ? judgeSocket(socket, host, { own }) : judgeTarget(target, host, own);
}

function askHost(
  { asker }: OpenRound,
  url: string,
  { purpose, timeoutMs, tellsConnected }: ProbeOptions,
): Promise<HttpObservation> {
  const hostUrl = `https://${new URL(url).hostname}/`;
  const freshly = asker.usesOldConnection(hostUrl);
  const method = tellsConnected === true && !freshly ? 'OPTIONS' : 'HEAD';
  return asker.ask({ purpose, url: hostUrl, method, timeoutMs, freshly });
}

function openSocket(
  { asker }: OpenRound,
  { target, url }: { target: SocketTarget; url: string },
  { purpose, timeoutMs }: ProbeOptions,
): Promise<SocketObservation> {
  return asker.openSocket({
    purpose,
    url,
    subprotocol: target.subprotocol,
    timeoutMs,
    firstFrameMs: expectsFirstFrame(target) ? firstFrameMs : undefined,
  });
}

function failsAlready(round: OpenRound, target: SocketTarget): boolean {
  return validFailures(attemptsOf(round, target)).length > 0;
}
