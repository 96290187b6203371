import type { AskStun } from './ask-stun.ts';
import type { Converse } from './converse.ts';
import type { OpenSocket } from './open-socket.ts';

/** Probes that need a document, as a background worker cannot see or finish them. */
export interface DocumentProbes {
  /** Like the worker's `fetch`, but for longer than 30 s, after which the browser stops a worker. */
  converse: Converse;
  /** `webRequest` does not see a worker's own WebSocket. */
  openSocket: OpenSocket;
  /** A worker has no `RTCPeerConnection`. */
  askStun: AskStun;
  /** To be called once no round is running. */
  close: () => Promise<void>;
}
