/** Keeps rounds unobtrusive and harmless: few connections, spaced handshakes. */
export interface Limits {
  /** Runs a task once a connection is free and its host has rested. */
  run<T>(request: SlotRequest, task: () => Promise<T>): Promise<T>;
}

export interface SlotRequest {
  host: string;
  /** Lower numbers go first. */
  priority: number;
  /** A connection to the host is open and will serve: no handshake, so no rest is needed. */
  reuses?: boolean;
  /** After so many milliseconds of silence another handshake with the host may begin beside this one. */
  soloMs?: number;
}

export interface LimitOptions {
  /** Connections at once, all hosts together. */
  connections: number;
  /** Between the end of one handshake with a host and the next, in milliseconds. */
  restMs: number;
  /** Milliseconds since any fixed moment. */
  clock: () => number;
  /** Calls back once, some milliseconds later. Returns a function that cancels the call. */
  later?: (milliseconds: number, callback: () => void) => () => void;
}

interface Waiting {
  request: SlotRequest;
  start: () => void;
}

/**
 * One instance lives as long as the worker, so that rounds in quick succession rest as well. Chromium
 * repeats failed handshakes, so a second handshake with a name within moments makes four, and a censor that
 * counts them freezes the name.
 */
export function createLimits(options: LimitOptions): Limits {
  const waiting: Waiting[] = [];
  const busy = new Set<string>();
  const restedAt = new Map<string, number>();
  let running = 0;
  const later = options.later ?? byTimer;
  let stopWake: () => void = () => undefined;

  return {
    run: (request, task) =>
      new Promise((resolve, reject) => {
        const start = () => void work(request, task).then(resolve, reject);
        waiting.push({ request, start });
        waiting.sort((left, right) => left.request.priority - right.request.priority);
        pump();
      }),
  };

  async function work<T>(request: SlotRequest, task: () => Promise<T>): Promise<T> {
    running += 1;
    const release = occupy(request);
    try {
      return await task();
    } finally {
      running -= 1;
      release();
      pump();
    }
  }

  /** Keeps other handshakes from the host until released, or until it was silent for long. */
  function occupy({ host, reuses, soloMs }: SlotRequest): () => void {
    if (reuses === true) return () => undefined;
    busy.add(host);
    let isOver = false;
    let stop: () => void = () => undefined;
    const release = () => {
      if (isOver) return;
      isOver = true;
      stop();
      busy.delete(host);
      restedAt.set(host, options.clock() + options.restMs);
    };
    if (soloMs !== undefined) {
      stop = later(soloMs, () => {
        release();
        pump();
      });
    }
    return release;
  }

  function pump() {
    stopWake();
    while (running < options.connections) {
      const next = waiting.findIndex(isReady);
      if (next === -1) break;
      waiting.splice(next, 1)[0]?.start();
    }
    const rests = waiting
      .filter(({ request }) => !busy.has(request.host))
      .map(({ request }) => restLeft(request.host));
    if (rests.length > 0 && running < options.connections) {
      stopWake = later(Math.max(1, Math.min(...rests)), pump);
    }
  }

  function isReady({ request }: Waiting): boolean {
    if (request.reuses === true) return true;
    return !busy.has(request.host) && restLeft(request.host) <= 0;
  }

  function restLeft(host: string): number {
    return (restedAt.get(host) ?? 0) - options.clock();
  }
}

function byTimer(milliseconds: number, callback: () => void): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}
