/** A clock that stands still until something is due, and then jumps there. */
export interface VirtualTime {
  /** Milliseconds since 1970, with fractions. */
  now: () => number;
  /** The same as a program is told it: whole milliseconds. */
  date: () => Date;
  /** Calls back once, some milliseconds later. Answers how to call that off. */
  later: (milliseconds: number, callback: () => void) => () => void;
  /** Rejects when the signal is aborted. */
  wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Lets things happen until the promise is settled. Rejects where nothing is left to happen. */
  runUntil: <T>(done: Promise<T>) => Promise<T>;
}

export interface VirtualTimeOptions {
  startMs: number;
  /** When something that is due at a moment happens: later where the computer sleeps through it. */
  happensAt?: (dueMs: number) => number;
}

interface Due {
  atMs: number;
  callback: () => void;
}

/** More than any round needs by far; one that goes on is one that never ends. */
const mostEvents = 1_000_000;

/** Deterministic: what is due at the same moment happens in the order in which it was asked for. */
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
      if (due === undefined) throw new Error('Nothing is left to happen, and it is not done');
      nowMs = Math.max(nowMs, happensAt?.(due.atMs) ?? due.atMs);
      due.callback();
    }
    throw new Error(`Not done after ${mostEvents} events`);
  }
}

/** Resolves after every promise that can go on has gone on. */
function everyPromise(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
