import type { Patience, Purpose } from '../asker.ts';

/** How a target is probed. */
export interface ProbeOptions {
  purpose: Purpose;
  timeoutMs: number;
  /** The attempt may take longer than a background worker may wait. */
  slow?: boolean;
  /** An `OPTIONS` request in place of another to the target's host, as its failure shows whether the connection stood. */
  tellsConnected?: boolean;
  patience?: Patience;
  /** The service fails: a WebSocket's host is asked before the socket. */
  hostFirst?: boolean;
}
