/** Keeps rounds unobtrusive and harmless: few connections, spaced handshakes. */
export interface Limits {
  /** Runs a task once a connection is free and its host has rested. */
  run<T>(request: SlotRequest, task: () => Promise<T>): Promise<T>;
}

export interface SlotRequest {
  host: string;
  /** Lower numbers go first. */
  priority: number;
  /** Whether a connection to the host is open by now and will serve: no handshake, so no rest is needed. */
  reuses?: () => boolean;
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
  const { clock, later = byTimer, restMs } = options;
  const waiting: Waiting[] = [];
  const hosts = createHosts({ restMs, clock, later });
  let running = 0;
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
    const release = request.reuses?.() === true ? () => undefined : hosts.greet(request, pump);
    try {
      return await task();
    } finally {
      running -= 1;
      release();
      pump();
    }
  }

  function pump() {
    stopWake();
    while (running < options.connections) {
      const next = waiting.findIndex(
        ({ request }) => request.reuses?.() === true || hosts.isRested(request.host),
      );
      if (next === -1) break;
      waiting.splice(next, 1)[0]?.start();
    }
    const rests = waiting
      .filter(({ request }) => !hosts.isGreeted(request.host))
      .map(({ request }) => hosts.restLeft(request.host));
    if (rests.length > 0 && running < options.connections) {
      stopWake = later(Math.max(1, Math.min(...rests)), pump);
    }
  }
}

type HostOptions = Required<Pick<LimitOptions, 'restMs' | 'clock' | 'later'>>;

/** Which hosts are being greeted, and how long the others still rest. */
function createHosts({ restMs, clock, later }: HostOptions) {
  const greeted = new Set<string>();
  const restedAt = new Map<string, number>();
  const isGreeted = (host: string) => greeted.has(host);
  const restLeft = (host: string) => (restedAt.get(host) ?? 0) - clock();
  return {
    isGreeted,
    restLeft,
    isRested: (host: string) => !isGreeted(host) && restLeft(host) <= 0,
    /**
     * Returns what ends the greeting. It ends by itself after a long silence, if that is allowed.
     * @param onSilence called then
     */
    greet({ host, soloMs }: SlotRequest, onSilence: () => void): () => void {
      greeted.add(host);
      let isOver = false;
      let stop: () => void = () => undefined;
      const end = () => {
        if (isOver) return;
        isOver = true;
        stop();
        greeted.delete(host);
        restedAt.set(host, clock() + restMs);
      };
      if (soloMs !== undefined) {
        stop = later(soloMs, () => {
          end();
          onSilence();
        });
      }
      return end;
    },
  };
}

function byTimer(milliseconds: number, callback: () => void): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}
