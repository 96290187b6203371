import type { AskStun } from './ask-stun.ts';
import type { Converse } from './converse.ts';
import type { OpenSocket } from './open-socket.ts';

/** Probes that need a document, since a background worker cannot observe or finish them. */
export interface DocumentProbes {
  /** Like the worker's `fetch`, but may take longer than 30 s, after which the browser stops a worker. */
  converse: Converse;
  /** `webRequest` reports no events for a worker's own WebSocket. */
  openSocket: OpenSocket;
  /** A worker has no `RTCPeerConnection`. */
  askStun: AskStun;
  /** Call it once no round is running. */
  close: () => Promise<void>;
}

/** Of a document in whose frames requests can be made over connections of their own. */
export interface FreshDocumentProbes extends DocumentProbes {
  converseFreshly: Converse;
}
