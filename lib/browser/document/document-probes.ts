import { createAskStun } from '../../probe/ask-stun.ts';
import { createConverse } from '../../probe/converse.ts';
import type { DeepProbes } from '../../probe/document-probes.ts';
import { createOpenSocket } from '../../probe/open-socket.ts';
import { createResourceTimings } from '../../probe/resource-timings.ts';
import type { Timings } from '../../probe/timings.ts';

/** Deep probes by this very document. */
export function createDeepProbes(
  readEntry: (entry: PerformanceResourceTiming) => Timings,
): DeepProbes {
  const now = () => new Date();
  return {
    converse: createConverse({
      fetch: (input, init) => fetch(input, init),
      timings: createResourceTimings(readEntry),
      now,
    }),
    openSocket: createOpenSocket({ WebSocket, now }),
    askStun: createAskStun({ RTCPeerConnection: globalThis.RTCPeerConnection, now }),
    close: async () => undefined,
  };
}
