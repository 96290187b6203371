import type { Patience, Purpose } from '../asker.ts';

/** How a target is probed. */
export interface ProbeOptions {
  purpose: Purpose;
  timeoutMs: number;
  /** The attempt may take longer than a background worker may wait. */
  slow?: boolean;
  patience?: Patience;
  /** The service fails: a WebSocket's host is asked before the socket. */
  hostFirst?: boolean;
}
