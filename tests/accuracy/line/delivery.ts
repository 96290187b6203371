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
  const firstMs = roundTripMs + Math.max(200, 2 * roundTripMs);
  return [0, 1, 3, 7, 15, 31].map((timeouts) => timeouts * firstMs);
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
