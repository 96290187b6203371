import { createAskStun } from '../../probe/ask-stun.ts';
import { createConverse } from '../../probe/converse.ts';
import type { DocumentProbes } from '../../probe/document-probes.ts';
import { createOpenSocket } from '../../probe/open-socket.ts';
import { createResourceTimings } from '../../probe/resource-timings.ts';
import type { Timings } from '../../probe/timings.ts';
import { compareCallExit } from '../../routing/call-exit.ts';

/** Document probes of the current document: Chromium's offscreen document, or Firefox's event page. */
export function createDocumentProbes(
  readEntry: (entry: PerformanceResourceTiming) => Timings,
): DocumentProbes {
  const now = () => new Date();
  return {
    converse: createConverse({
      fetch: (input, init) => fetch(input, init),
      timings: createResourceTimings(readEntry),
      now,
    }),
    openSocket: createOpenSocket({ WebSocket, now }),
    askStun: createAskStun({
      RTCPeerConnection: globalThis.RTCPeerConnection,
      compareExit: compareCallExit,
      now,
    }),
    close: async () => undefined,
  };
}
