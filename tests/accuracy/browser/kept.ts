import type { Random } from '../time/random.ts';
import type { Flow } from './flow.ts';

/** Names and connections that the browser has from earlier requests. */
export interface Kept {
  hasConnection(flow: Flow, nowMs: number): boolean;
  hasName(host: string, nowMs: number): boolean;
  keep(flow: Flow, nowMs: number): void;
  drop(flow: Flow): void;
  forgetAll(): void;
}

const nameMs = 60_000;

/** Servers close an idle connection after 15 s to 5 min, each after its own while. */
export function createKept(random: Random): Kept {
  const connections = new Map<string, number>();
  const names = new Map<string, number>();
  const patience = new Map<string, number>();

  return {
    hasConnection: (flow, nowMs) => nowMs < (connections.get(flow.url.origin) ?? 0),
    hasName: (host, nowMs) => nowMs < (names.get(host) ?? 0),
    keep({ url, host }, nowMs) {
      const idleMs = patience.get(host) ?? random.between(15_000, 300_000);
      patience.set(host, idleMs);
      connections.set(url.origin, nowMs + idleMs);
      // A name is looked up with the connection, and used again only for a new one.
      if (!names.has(host) || (names.get(host) ?? 0) < nowMs) names.set(host, nowMs + nameMs);
    },
    drop: ({ url }) => void connections.delete(url.origin),
    forgetAll() {
      connections.clear();
      names.clear();
    },
  };
}
