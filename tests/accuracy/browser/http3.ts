import type { Conversation } from './conversation.ts';
import { error, type Flow } from './flow.ts';

/** Servers that speak HTTP/3, and what becomes of its packets (QUIC). */
export interface Http3 {
  /** How browsers learn of it: from an answer, or before each connection from the name's record. */
  announcedBy: (host: string) => 'answer' | 'record' | null;
  isLost: (flow: Flow, atMs: number) => boolean;
}

/** What one context of Chromium knows of HTTP/3. */
export interface Http3Memory {
  /** What it tells of a new connection that TCP made, or did not. */
  race(flow: Flow, overTcp: Conversation, startedMs: number): Conversation;
}

/** It waits so long for HTTP/3 before it tells that both ways failed (measured: 4.0 to 4.2 s). */
const givesUpMs = 4_100;
/** Where TCP alone got through, HTTP/3 is not tried for so long, and each time for twice as long. */
const brokenMs = 300_000;

export function createHttp3Memory({ announcedBy, isLost }: Http3): Http3Memory {
  const known = new Set<string>();
  const broken = new Map<string, { untilMs: number; lastedMs: number }>();

  return {
    race(flow, overTcp, startedMs) {
      const { host, secure } = flow;
      const announced = secure ? announcedBy(host) : null;
      if (announced === null) return overTcp;
      const isKnown = announced === 'record' || known.has(host);
      const isTried = isKnown && (broken.get(host)?.untilMs ?? 0) <= startedMs;
      if (overTcp.connected) known.add(host);
      if (!isTried || !isLost(flow, startedMs)) return overTcp;
      if (overTcp.connected) noteBroken(host, startedMs);
      return hides(overTcp)
        ? {
            ...overTcp,
            afterMs: resolvedMs(overTcp) + givesUpMs,
            ending: error('QUIC_PROTOCOL_ERROR'),
          }
        : overTcp;
    },
  };

  function noteBroken(host: string, atMs: number): void {
    const lastedMs = (broken.get(host)?.lastedMs ?? brokenMs / 2) * 2;
    broken.set(host, { untilMs: atMs + lastedMs, lastedMs });
  }
}

/** It tells of a name that fails and of a certificate at once; else of the way that failed last. */
function hides(overTcp: Conversation): boolean {
  const { ending, connected, afterMs } = overTcp;
  if (ending.kind !== 'error' || connected) return false;
  return !/NAME_|CERT_/.test(ending.code) && afterMs < resolvedMs(overTcp) + givesUpMs;
}

function resolvedMs({ times }: Conversation): number {
  return times.resolve ?? 0;
}
