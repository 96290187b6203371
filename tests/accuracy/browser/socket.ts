import { type ProbeHttp, recordablePart } from '../../../lib/observe/http.ts';
import type { ProbeSocket } from '../../../lib/observe/socket.ts';
import { observeStun, type ProbeStun } from '../../../lib/observe/stun.ts';
import { createStunProbe } from '../../../lib/probe/stun.ts';
import type { VirtualTime } from '../time/virtual-time.ts';

/**
 * A WebSocket as Chromium reports it: it opens if its host would answer a request; otherwise the
 * reason stays hidden.
 */
export function createSimulatedSocket(probe: ProbeHttp): ProbeSocket {
  return async ({ url, timeoutMs, signal }) => {
    const { hostname } = new URL(url);
    const asked = { url: `https://${hostname}/`, method: 'HEAD', timeoutMs, signal } as const;
    const seen = recordablePart(await probe(asked));
    const { failure, httpStatus } = seen;
    if (httpStatus !== null) return { ...seen, httpStatus: 101, hidden: false };
    if (failure === 'generic_timeout_error') return { ...seen, browserError: null, hidden: true };
    const error = 'net::ERR_FAILED';
    return {
      ...seen,
      failure: `unknown_failure: ${error}`,
      failedOperation: null,
      browserError: error,
      valid: false,
      hidden: true,
    };
  };
}

/** Every STUN server answers, since calls do not affect a service's verdict. */
export function createSimulatedStun(time: VirtualTime): ProbeStun {
  const ask = createStunProbe({
    askStun: async ({ signal }) => {
      await time.wait(50, signal);
      return { ending: 'answered', totalMs: 50, callExit: 'unknown' };
    },
    now: time.date,
  });
  return async (request) => observeStun(await ask(request));
}
