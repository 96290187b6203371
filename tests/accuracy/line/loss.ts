import type { Random } from '../time/random.ts';

/** Whether a packet sent at a moment, to or from a host, gets lost. */
export type Loss = (atMs: number, host: string) => boolean;

/** Every packet by itself. @param share lost, from 0 to 1 */
export function independentLoss(random: Random, share: number): Loss {
  return () => random.chance(share);
}

/** Packets to and from some hosts only: a bad way to one operator. */
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
  /** Shares lost, from 0 to 1. */
  goodLoss: number;
  badLoss: number;
}

/**
 * Gilbert and Elliott's model in continuous time: the line is good or bad, each for an
 * exponentially distributed while.
 */
export function burstyLoss(random: Random, startMs: number, burstiness: Burstiness): Loss {
  const isBad = createWeather(random, startMs, burstiness);
  return (atMs) => random.chance(isBad(atMs) ? burstiness.badLoss : burstiness.goodLoss);
}

/** Good times and bad ones. Answers whether a moment is a bad one; made up only as far as asked. */
export function createWeather(
  random: Random,
  startMs: number,
  { goodMeanMs, badMeanMs }: Pick<Burstiness, 'goodMeanMs' | 'badMeanMs'>,
): (atMs: number) => boolean {
  /** Moments at which the weather turns, the first into bad. */
  const turns: number[] = [startMs + random.exponential(goodMeanMs)];
  return (atMs) => {
    for (let last = turns.at(-1) ?? startMs; last <= atMs; ) {
      last += random.exponential(turns.length % 2 === 1 ? badMeanMs : goodMeanMs);
      turns.push(last);
    }
    return countUpTo(turns, atMs) % 2 === 1;
  };
}

/** How many of some ascending moments have come. */
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
