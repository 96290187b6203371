import { startStopwatch } from './stopwatch.ts';

/** The one request that a page asks of its frame. */
export interface FrameRequest {
  url: string;
  method: 'HEAD' | 'GET';
}

/** All that a frame learns of an answer from another origin. */
export interface FrameAnswer {
  answered: boolean;
  /** Milliseconds from the call to the answer or the failure. */
  totalMs: number;
}

export interface FrameFetchDependencies {
  fetch: typeof fetch;
  /** Milliseconds since any fixed moment. */
  clock: () => number;
}

/**
 * Makes the request without anything that names the person or the extension. The answer is opaque, since a
 * frame without an origin that asked to read it would send `Origin: null`. Never rejects.
 */
export async function fetchInFrame(
  { url, method }: FrameRequest,
  { fetch, clock }: FrameFetchDependencies,
): Promise<FrameAnswer> {
  const elapsedMs = startStopwatch(clock);
  const answered = await fetch(url, {
    method,
    mode: 'no-cors',
    // Required by `no-cors`; the frame's policy stops redirects.
    redirect: 'follow',
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }).then(
    () => true,
    () => false,
  );
  return { answered, totalMs: elapsedMs() };
}
