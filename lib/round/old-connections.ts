import { hidesTcp } from '../failure/http3.ts';
import type { HttpObservation } from '../observe/http.ts';

type Seen = Pick<HttpObservation, 'valid' | 'reusedConnection' | 'failure' | 'browserError'>;

/**
 * Knows which hosts the browser serves over TLS by what it had before the round: connections that were open, or the
 * knowledge that they speak HTTP/3, where that fails.
 */
export interface OldConnections {
  note(url: string, seen: Seen): void;
  /** Whether another request would be served so, as far as is known. */
  serve(url: string): boolean;
}

export function createOldConnections(): OldConnections {
  const old = new Set<string>();
  /** Hosts to which the round opened a connection, or tried to: whatever is reused may be that one. */
  const greeted = new Set<string>();
  /** Of a redirect Chromium hides whether its connection was open. It was, most likely, where others were. */
  const hidden = new Set<string>();
  return {
    note(url, { valid, reusedConnection, failure, browserError }) {
      const { hostname: host, protocol } = new URL(url);
      // Nothing that is asked over TLS goes over a plain connection.
      if (!valid || protocol === 'http:') return;
      if (hidesTcp(browserError)) old.add(host);
      if (greeted.has(host)) return;
      if (reusedConnection === true) old.add(host);
      else if (reusedConnection === false || failure !== null) greeted.add(host);
      else hidden.add(host);
    },
    serve(url) {
      const host = new URL(url).hostname;
      return old.has(host) || (hidden.has(host) && !greeted.has(host) && old.size > 0);
    },
  };
}
