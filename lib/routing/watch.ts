import { compareExits, type RememberedExit, type ToldExit } from './compare-exits.ts';

/** What is remembered from one watch to the next; forgotten when the browser ends. */
export interface WatchMemory {
  exit: RememberedExit;
  /** How many watches on end saw the exit move. */
  movesOnEnd: number;
}

/**
 * Whether traffic leaves from elsewhere than both the last round and the last watch saw. One echo may
 * disagree with the others for good, so that against the round alone it would be news for ever.
 */
export async function compareWatched(
  before: { round: RememberedExit | null; watch: WatchMemory | null },
  exit: ToldExit,
  newSalt: () => string,
): Promise<{ hasMoved: boolean; remembered: WatchMemory }> {
  const fromRound = await compareExits(before.round, exit, newSalt);
  const fromWatch = await compareExits(before.watch?.exit ?? null, exit, newSalt);
  const hasMoved = fromWatch.changed !== false && (fromRound.changed ?? fromWatch.changed) === true;
  const movesOnEnd = hasMoved ? (before.watch?.movesOnEnd ?? 0) + 1 : 0;
  return { hasMoved, remembered: { exit: fromWatch.remembered, movesOnEnd } };
}

const watchEveryMinutes = 0.75;
const mostMinutes = 15;

/** Within a minute, but more and more seldom where the exit moves again and again. */
export function minutesToWatch(movesOnEnd: number): number {
  return Math.min(mostMinutes, watchEveryMinutes * 2 ** Math.max(0, movesOnEnd - 1));
}
