/** A clock that jumps from one due event to the next. */
export interface VirtualTime {
  /** Milliseconds since 1970, with fractions. */
  now: () => number;
  /** The same in whole milliseconds, as a program reads it. */
  date: () => Date;
  /** Calls back once, some milliseconds later. Returns a function that cancels the call. */
  later: (milliseconds: number, callback: () => void) => () => void;
  /** Rejects when the signal is aborted. */
  wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Runs due events until the promise settles. Rejects if no event is left. */
  runUntil: <T>(done: Promise<T>) => Promise<T>;
}

export interface VirtualTimeOptions {
  startMs: number;
  /** When an event that is due at a moment happens: later if the computer sleeps at that moment. */
  happensAt?: (dueMs: number) => number;
}

interface Due {
  atMs: number;
  callback: () => void;
}

/** Far more than any round needs; a round that exceeds it never ends. */
const mostEvents = 1_000_000;

/** Deterministic: events due at the same moment run in the order in which they were requested. */
export function createVirtualTime({ startMs, happensAt }: VirtualTimeOptions): VirtualTime {
  const dues: Due[] = [];
  let nowMs = startMs;

  return { now: () => nowMs, date: () => new Date(Math.floor(nowMs)), later, wait, runUntil };

  function later(milliseconds: number, callback: () => void): () => void {
    const due = { atMs: nowMs + Math.max(0, milliseconds), callback };
    const place = dues.findLastIndex((one) => one.atMs <= due.atMs);
    dues.splice(place + 1, 0, due);
    return () => {
      const index = dues.indexOf(due);
      if (index !== -1) dues.splice(index, 1);
    };
  }

  function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const callOff = later(milliseconds, () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      });
      signal?.addEventListener('abort', stop, { once: true });
      function stop() {
        callOff();
        reject(signal?.reason as Error);
      }
    });
  }

  async function runUntil<T>(done: Promise<T>): Promise<T> {
    let settled = false;
    const settle = () => {
      settled = true;
    };
    done.then(settle, settle);
    for (let events = 0; events < mostEvents; events += 1) {
      await everyPromise();
      if (settled) return done;
      const due = dues.shift();
      if (due === undefined) throw new Error('No event is left, and the promise is still pending');
      nowMs = Math.max(nowMs, happensAt?.(due.atMs) ?? due.atMs);
      due.callback();
    }
    throw new Error(`Not done after ${mostEvents} events`);
  }
}

/** Resolves after all promise jobs that can run have run. */
function everyPromise(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
