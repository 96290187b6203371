import type { HttpObservation } from '../observe/http.ts';

type Seen = Pick<HttpObservation, 'valid' | 'reusedConnection' | 'failure'>;

/** Knows which hosts the browser serves over connections that were open before the round. */
export interface OldConnections {
  note(url: string, seen: Seen): void;
  /** Whether another request would go over such a connection. */
  serve(url: string): boolean;
}

export function createOldConnections(): OldConnections {
  const old = new Set<string>();
  /** Hosts to which the round opened a connection, or tried to: whatever is reused may be that one. */
  const greeted = new Set<string>();
  return {
    note(url, { valid, reusedConnection, failure }) {
      const { hostname } = new URL(url);
      if (!valid) return;
      if (reusedConnection === true && !greeted.has(hostname)) old.add(hostname);
      else if (reusedConnection === false || failure !== null) greeted.add(hostname);
    },
    serve: (url) => old.has(new URL(url).hostname),
  };
}
