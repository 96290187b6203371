import type { AskStun } from './ask-stun.ts';
import type { Converse } from './converse.ts';
import type { OpenSocket } from './open-socket.ts';

/** Probes that a background worker cannot see or finish, and a document can. */
export interface DeepProbes {
  /** As `fetch` in the worker, but for longer than 30 s, after which a worker is put to sleep. */
  converse: Converse;
  /** A worker's own WebSocket is hidden from `webRequest`. */
  openSocket: OpenSocket;
  /** A worker has no `RTCPeerConnection`. */
  askStun: AskStun;
  /** To be called when no round is running any more. */
  close(): Promise<void>;
}
