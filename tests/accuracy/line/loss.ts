import type { Random } from '../time/random.ts';

/** Whether a packet to or from a host, sent at a moment, gets lost. */
export type Loss = (atMs: number, host: string) => boolean;

/** Loses each packet independently. @param share lost, from 0 to 1 */
export function independentLoss(random: Random, share: number): Loss {
  return () => random.chance(share);
}

/** Loses packets to and from some hosts only: a bad path to one operator. */
export function pathLoss(
  random: Random,
  share: number,
  isAffected: (host: string) => boolean,
): Loss {
  return (_atMs, host) => isAffected(host) && random.chance(share);
}

export interface Burstiness {
  goodMeanMs: number;
  badMeanMs: number;
  /** Shares of packets lost, from 0 to 1. */
  goodLoss: number;
  badLoss: number;
}

/**
 * The Gilbert-Elliott model in continuous time: the line alternates between a good and a bad state,
 * each with an exponentially distributed duration.
 */
export function burstyLoss(random: Random, startMs: number, burstiness: Burstiness): Loss {
  const isBad = createWeather(random, startMs, burstiness);
  return (atMs) => random.chance(isBad(atMs) ? burstiness.badLoss : burstiness.goodLoss);
}

/** Alternating good and bad periods. Returns whether a moment is bad; generates periods on demand. */
export function createWeather(
  random: Random,
  startMs: number,
  { goodMeanMs, badMeanMs }: Pick<Burstiness, 'goodMeanMs' | 'badMeanMs'>,
): (atMs: number) => boolean {
  /** Moments at which the state changes; the first change is to bad. */
  const turns: number[] = [startMs + random.exponential(goodMeanMs)];
  return (atMs) => {
    for (let last = turns.at(-1) ?? startMs; last <= atMs; ) {
      last += random.exponential(turns.length % 2 === 1 ? badMeanMs : goodMeanMs);
      turns.push(last);
    }
    return countUpTo(turns, atMs) % 2 === 1;
  };
}

/** How many of the ascending moments have passed. */
function countUpTo(moments: readonly number[], atMs: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? 0) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function anyLoss(...losses: readonly Loss[]): Loss {
  return (atMs, host) => losses.some((isLost) => isLost(atMs, host));
}
