/** When packets on a lossy line arrive, counted from the first try; all times in milliseconds. */

/** A SYN is resent after 1, 3 and 7 seconds. */
export const synTriesMs = [0, 1_000, 3_000, 7_000];

/** When a system's resolver repeats a query, and when it gives up. */
export interface ResolverHabit {
  triesMs: readonly number[];
  givesUpMs: number;
}

/** Chromium's own resolver (measured: 6.0 s), and the C library's two tries of five seconds. */
export const resolverHabits = {
  chromium: { triesMs: [0, 1_000, 3_000], givesUpMs: 6_000 },
  library: { triesMs: [0, 5_000], givesUpMs: 10_000 },
} satisfies Record<string, ResolverHabit>;

/** Data is resent after one timeout, and each further timeout is twice as long. */
export function dataTriesMs(roundTripMs: number): number[] {
  return [0, 1, 3, 7, 15, 31].map((timeouts) => timeouts * timeoutMs(roundTripMs));
}

function timeoutMs(roundTripMs: number): number {
  return roundTripMs + Math.max(200, 2 * roundTripMs);
}

/** The first try without loss; `Infinity` if there is none. */
export function firstDelivered(
  triesMs: readonly number[],
  isLost: (offsetMs: number) => boolean,
): number {
  return triesMs.find((offsetMs) => !isLost(offsetMs)) ?? Number.POSITIVE_INFINITY;
}

/** A query or a SYN with its answer: both packets must get through in the same try. */
export function exchange(
  triesMs: readonly number[],
  roundTripMs: number,
  isLost: (offsetMs: number) => boolean,
): number {
  const tried = firstDelivered(triesMs, (at) => isLost(at) || isLost(at + roundTripMs));
  return tried + roundTripMs;
}

/** Several packets sent at once, each resent independently; the last to arrive decides. */
export function flight(
  packets: number,
  triesMs: readonly number[],
  isLost: (offsetMs: number) => boolean,
): number {
  let latest = 0;
  for (let packet = 0; packet < packets; packet += 1) {
    latest = Math.max(latest, firstDelivered(triesMs, isLost));
  }
  return latest;
}

/** Packets that a connection may have on the way at first (RFC 6928), and after so many timeouts in a row it is given up. */
const initialWindow = 10;
const timeoutLimit = 6;

/**
 * A stream of packets, as TCP sends it: those on the way double with each round trip and are halved by a loss; what was lost is
 * sent again a round trip later, and alone, after a timeout, where nothing was acknowledged.
 * @returns when each packet had come with all before it; `Infinity` where it never did
 */
export function stream(
  packets: number,
  roundTripMs: number,
  isLost: (offsetMs: number) => boolean,
): number[] {
  const arrivals = Array.from({ length: packets }, () => Number.POSITIVE_INFINITY);
  let atMs = 0;
  let window = initialWindow;
  let timeouts = 0;
  while (timeouts < timeoutLimit) {
    const missing = [...arrivals.keys()].filter((one) => !Number.isFinite(arrivals[one]));
    if (missing.length === 0) break;
    const sent = missing.slice(0, window);
    const came = sent.filter(() => !isLost(atMs));
    const cameMs = atMs + roundTripMs / 2;
    for (const one of came) arrivals[one] = cameMs;
    if (came.some(() => !isLost(cameMs))) {
      window = came.length === sent.length ? window * 2 : Math.max(2, window >> 1);
      timeouts = 0;
      atMs += roundTripMs;
    } else {
      window = 1;
      atMs += timeoutMs(roundTripMs) * 2 ** timeouts;
      timeouts += 1;
    }
  }
  let latest = 0;
  return arrivals.map((each) => (latest = Math.max(latest, each)));
}
