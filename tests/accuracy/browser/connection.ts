import type { HttpRequest } from '../../../lib/probe/http.ts';

/** How a censor that counts bytes stops a connection. */
export interface ByteLimit {
  /** Of the whole connection, handshake included. */
  bytes: number;
  /** Nothing comes any more, or both ends are told that it is over. */
  manner: 'freeze' | 'cut';
  /** Bytes that are sent count, too. */
  countsSent: boolean;
}

/** A connection to a server, from its handshake on. */
export interface Connection {
  /** Null where nobody counts. */
  limit: ByteLimit | null;
  /** Bytes that count. */
  carriedBytes: number;
  /** When its last byte came, in milliseconds since the epoch; null while it lives. */
  silentSinceMs: number | null;
  /** The address to which it leads. */
  address: string;
}

/** Certificates above all; and headers. */
const handshakeBytes = 4_000;
const answerBytes = 800;
/** Chromium asks by a PING whether a connection lives that was silent for so long, and drops it. */
const noticedAfterMs = 10_000;

export function newConnection(address: string, limit: ByteLimit | null): Connection {
  return { limit, carriedBytes: handshakeBytes, silentSinceMs: null, address };
}

/** Bytes that it may carry beside one more small answer; negative where not even that. */
export function leftOf({ limit, carriedBytes }: Connection): number {
  return limit === null ? Number.POSITIVE_INFINITY : limit.bytes - carriedBytes - answerBytes;
}

/** Notes a small answer, and what a transfer carried beside it. */
export function noteCarried(
  connection: Connection,
  { receiveBytes = 0, sendBytes = 0 }: Pick<HttpRequest, 'receiveBytes' | 'sendBytes'>,
): void {
  const sent = connection.limit?.countsSent === true ? sendBytes : 0;
  connection.carriedBytes += answerBytes + receiveBytes + sent;
}

/** What a request goes over. */
export interface Choice {
  /** Null for a new connection. */
  open: Connection | null;
  /** Milliseconds until that is begun. */
  waitMs: number;
}

/** An open connection that carries no other answer is replaced: at once where it was cut, as the browser knows of that. */
export function chooseFrom(kept: Connection | null, nowMs: number): Choice {
  if (kept === null) return { open: null, waitMs: 0 };
  if (kept.silentSinceMs === null && leftOf(kept) >= 0) return { open: kept, waitMs: 0 };
  if (kept.limit?.manner === 'cut') return { open: null, waitMs: 0 };
  kept.silentSinceMs ??= nowMs;
  return { open: null, waitMs: Math.max(0, kept.silentSinceMs + noticedAfterMs - nowMs) };
}
