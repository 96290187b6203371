export type FailedOperation =
  | 'resolve'
  | 'connect'
  | 'tls_handshake'
  | 'http_round_trip'
  | 'read'
  | 'write';

/** One probe of one target: an observation, never a verdict. Unknown is `null`. */
export interface Attempt {
  /** 1 for the first probe of the target in the round, then 2, 3, … */
  n: number;
  /** The address that was asked. Left out where it is the first of the target's, and in old rounds. */
  url?: string;
  /** ISO 8601 UTC with milliseconds. */
  startedAt: string;
  ok: boolean;
  /** OONI df-007 failure string. */
  failure: string | null;
  failedOperation: FailedOperation | null;
  /** The browser's raw code, as `net::ERR_CONNECTION_RESET`. Null where we aborted the attempt. */
  browserError: string | null;
  httpStatus: number | null;
  /** The server's address, as the browser tells it. A recorded round has only addresses that are the service's own. */
  remoteIp: string | null;
  /**
   * What kind of address a recorded round leaves out: `reserved` (198.18.0.0/15), `private` (else in no public
   * range), `proxy`, `shared` (unrelated operators answered from it), or the id of a known stub. Null where it is kept
   * or unknown. During the round only `proxy` is known, where the browser reports one.
   */
  remoteIpKind: string | null;
  /**
   * Left out unless the answer shows what may be none of the service's own: `redirect` (to a public host), `inside`
   * (to one that only a household or an organisation knows) or `page`, and the host or the title;
   * of a control also `for-all` (a page in place of all), and what its headers tell. In a recorded round a number stands
   * in its place, the same for the same.
   */
  elsewhere?: string;
  protocol: string | null;
  dnsMs: number | null;
  connectMs: number | null;
  tlsMs: number | null;
  ttfbMs: number | null;
  totalMs: number | null;
  /** Bytes of the body that arrived; of an upload, bytes that were sent. */
  bytes: number | null;
  freezeAtBytes: number | null;
  /** For transfers only: milliseconds from the start to the last body byte that arrived. */
  lastByteMs?: number | null;
  /**
   * For transfers only: a download's rate from its first byte to its last, an upload's from the start of the
   * attempt to the answer. An upload is judged by another one, without the time that its connection took.
   */
  bytesPerSecond?: number | null;
  /** For controls only: by how many whole days this computer's clock is ahead of the server's. */
  clockAheadDays?: number | null;
  /** True where the attempt made no handshake. */
  reusedConnection: boolean | null;
  /** False where the attempt is no evidence, as the cause lies with the browser or this computer. */
  valid: boolean;
}

/** An attempt before it is known which one of its target in the round it is. */
export type UnnumberedAttempt = Omit<Attempt, 'n'>;

/** Whether an attempt shows that its server is reached. */
export function gotThrough({ ok, valid }: Pick<Attempt, 'ok' | 'valid'>): boolean {
  return ok && valid;
}

/**
 * Whether an attempt counts as reached by a certificate of an authority that browsers do not know: anyone on the
 * path may have shown it.
 */
export function isByPrivateAuthority({ ok, failure }: Pick<Attempt, 'ok' | 'failure'>): boolean {
  return ok && failure === 'ssl_unknown_authority';
}
