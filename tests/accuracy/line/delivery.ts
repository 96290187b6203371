/** When packets that may get lost arrive, counted from the first try; all times in milliseconds. */

/** A SYN is sent again after 1, 3 and 7 seconds. */
export const synTriesMs = [0, 1_000, 3_000, 7_000];

/** How a system's resolver repeats a question, and when it gives up. */
export interface ResolverHabit {
  triesMs: readonly number[];
  givesUpMs: number;
}

/** Chromium's own resolver (6.0 s were measured), and the C library's five seconds, twice. */
export const resolverHabits = {
  chromium: { triesMs: [0, 1_000, 3_000], givesUpMs: 6_000 },
  library: { triesMs: [0, 5_000], givesUpMs: 10_000 },
} satisfies Record<string, ResolverHabit>;

/** Data is sent again after one timeout, then after twice, four times, … as long. */
export function dataTriesMs(roundTripMs: number): number[] {
  const firstMs = roundTripMs + Math.max(200, 2 * roundTripMs);
  return [0, 1, 3, 7, 15, 31].map((timeouts) => timeouts * firstMs);
}

/** The first try of which nothing is lost; `Infinity` where there is none. */
export function firstDelivered(
  triesMs: readonly number[],
  isLost: (offsetMs: number) => boolean,
): number {
  return triesMs.find((offsetMs) => !isLost(offsetMs)) ?? Number.POSITIVE_INFINITY;
}

/** A question and its answer, or a SYN and its answer: both must get through in the same try. */
export function exchange(
  triesMs: readonly number[],
  roundTripMs: number,
  isLost: (offsetMs: number) => boolean,
): number {
  const tried = firstDelivered(triesMs, (at) => isLost(at) || isLost(at + roundTripMs));
  return tried + roundTripMs;
}

/** Several packets sent at once, each repeated by itself; the last to come decides. */
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
