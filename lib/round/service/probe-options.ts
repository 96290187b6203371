import type { Purpose } from '../asker.ts';

/** How a target is probed. */
export interface ProbeOptions {
  purpose: Purpose;
  timeoutMs: number;
  /** The attempt may take longer than a background worker may wait. */
  slow?: boolean;
  /** The service fails: a WebSocket's host is asked before the socket. */
  hostFirst?: boolean;
}
