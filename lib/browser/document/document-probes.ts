import { createAskStun } from '../../probe/ask-stun.ts';
import { type Converse, createConverse } from '../../probe/converse.ts';
import type { DocumentProbes } from '../../probe/document-probes.ts';
import { createOpenSocket } from '../../probe/open-socket.ts';
import { createResourceTimings, type ReadEntry } from '../../probe/resource-timings.ts';
import { compareCallExit } from '../../routing/call-exit.ts';

const clock = () => performance.now();

/** Requests of the current document or worker. */
export function createOwnConverse(readEntry: ReadEntry): Converse {
  return createConverse({
    fetch: (input, init) => fetch(input, init),
    timings: createResourceTimings(readEntry),
    clock,
  });
}

/** Document probes of the current document: Chromium's offscreen document, or Firefox's event page. */
export function createDocumentProbes(readEntry: ReadEntry): DocumentProbes {
  return {
    converse: createOwnConverse(readEntry),
    openSocket: createOpenSocket({ WebSocket, clock }),
    askStun: createAskStun({
      RTCPeerConnection: globalThis.RTCPeerConnection,
      compareExit: compareCallExit,
      clock,
    }),
    close: async () => undefined,
  };
}
