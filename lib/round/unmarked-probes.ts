import { unsentFailure } from '../failure/unsent.ts';
import { recordablePart } from '../observe/http.ts';
import { unaskedOverHttp } from '../observe/unasked.ts';
import type { HttpRequest } from '../probe/http.ts';
import type { Probes } from './round-tools.ts';

export interface MarkRemoval {
  /** Has the browser remove the marks of all requests from now on. Rejects if it does not. */
  removeMarks: () => Promise<void>;
  now: () => Date;
}

/**
 * Probes that send no request with a mark, which is a header that names the person or the extension. Has
 * marks removed at once, and again when needed after a failure. Without that no upload is made, no `OPTIONS` sent
 * and no WebSocket opened: each is an invalid attempt, hence a gap.
 */
export function createUnmarkedProbes(
  { probe, probeSlowly, probeFreshly, mayProbeFreshly, probeSocket, probeStun }: Probes,
  { removeMarks, now }: MarkRemoval,
): Probes {
  let removing = remove();
  return {
    probe: unmarked(probe),
    probeSlowly: unmarked(probeSlowly),
    ...(probeFreshly && { probeFreshly: unmarked(probeFreshly) }),
    ...(mayProbeFreshly && { mayProbeFreshly }),
    async probeSocket(request) {
      if (await areRemoved()) return probeSocket(request);
      return { ...recordablePart(unsent()), hidden: false };
    },
    probeStun,
  };

  function unmarked(ask: Probes['probe']): Probes['probe'] {
    return async (request) =>
      isUnmarked(request) || (await areRemoved()) ? ask(request) : unsent();
  }

  async function areRemoved(): Promise<boolean> {
    if (await removing) return true;
    removing = remove();
    return removing;
  }

  async function remove(): Promise<boolean> {
    try {
      await removeMarks();
      return true;
    } catch (error) {
      console.error('Uploads and WebSockets are left out, as they would carry marks:', error);
      return false;
    }
  }

  function unsent() {
    return unaskedOverHttp({ started: now(), failure: unsentFailure, totalMs: null });
  }
}

/** Browsers put no `Origin` on these, and `fetch` omits all other marks if told to. */
function isUnmarked({ method }: HttpRequest): boolean {
  return method === 'HEAD' || method === 'GET';
}
