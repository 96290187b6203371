import type { Random } from '../time/random.ts';
import type { Connection } from './connection.ts';
import type { Flow } from './flow.ts';

/** DNS answers and connections that the browser keeps from earlier requests. */
export interface BrowserCache {
  /** Null if none is open. */
  connectionOf(flow: Flow, nowMs: number): Connection | null;
  hasName(host: string, nowMs: number): boolean;
  keep(flow: Flow, connection: Connection, nowMs: number): void;
  drop(flow: Flow): void;
  forgetAll(): void;
}

const nameMs = 60_000;

/** Each server closes idle connections after a time of its own, from 15 s to 5 min. */
export function createBrowserCache(random: Random): BrowserCache {
  const connections = new Map<string, { connection: Connection; untilMs: number }>();
  const names = new Map<string, number>();
  const patience = new Map<string, number>();

  return {
    connectionOf(flow, nowMs) {
      const kept = connections.get(flow.url.origin);
      return kept !== undefined && nowMs < kept.untilMs ? kept.connection : null;
    },
    hasName: (host, nowMs) => nowMs < (names.get(host) ?? 0),
    keep({ url, host }, connection, nowMs) {
      const idleMs = patience.get(host) ?? random.between(15_000, 300_000);
      patience.set(host, idleMs);
      connections.set(url.origin, { connection, untilMs: nowMs + idleMs });
      // A name is resolved with its connection, and the answer is reused only for a new connection.
      if (!names.has(host) || (names.get(host) ?? 0) < nowMs) names.set(host, nowMs + nameMs);
    },
    drop: ({ url }) => void connections.delete(url.origin),
    forgetAll() {
      connections.clear();
      names.clear();
    },
  };
}
