import { type Conversation, type Converse, nothingCame } from './converse.ts';
import type { FrameAnswer, FrameRequest } from './frame-fetch.ts';
import { noTimings } from './timings.ts';

/** A frame that makes one request. */
export interface RequestFrame {
  /** Resolves when the request has been made. */
  begun: Promise<void>;
  answered: Promise<FrameAnswer>;
  /** Removes the frame, and ends its request. */
  remove: () => void;
}

export type OpenRequestFrame = (request: FrameRequest) => RequestFrame;

/** In milliseconds. A frame that takes longer is out of order; that says nothing of the network. */
const openingMs = 3_000;

/**
 * Like the worker's `converse`, over connections and names that are shared with neither the worker nor an
 * earlier document. Of an answer only its coming is known.
 */
export function createConverseFreshly(openFrame: OpenRequestFrame): Converse {
  return async ({ url, method, timeoutMs, signal }) => {
    // A request with a body would say `Origin: null`; none is asked for.
    if (method === 'POST' || method === 'OPTIONS') return failed;
    const frame = openFrame({ url, method });
    try {
      const opening = AbortSignal.any([AbortSignal.timeout(openingMs), signal]);
      if ((await before(opening, frame.begun)) === 'aborted') return failed;
      const timer = AbortSignal.timeout(timeoutMs);
      const answer = await before(AbortSignal.any([timer, signal]), frame.answered);
      if (answer !== 'aborted') return conversationOf(answer);
      return timer.aborted ? { ...failed, ending: 'timeout', totalMs: timeoutMs } : failed;
    } finally {
      frame.remove();
    }
  };
}

const failed: Conversation = { ...nothingCame, totalMs: 0, timings: noTimings };

function conversationOf({ answered, totalMs }: FrameAnswer): Conversation {
  return { ...failed, answered, totalMs, ending: answered ? 'complete' : 'failed' };
}

/** The value of a promise, or `aborted` where the signal comes first. */
function before<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value | 'aborted'> {
  return new Promise((resolve) => {
    const abort = () => resolve('aborted');
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    void promise.then((value) => {
      signal.removeEventListener('abort', abort);
      resolve(value);
    });
  });
}
