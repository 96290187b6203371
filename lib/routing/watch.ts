import { compareExits, type RememberedExit, type ReportedExit } from './compare-exits.ts';

/** State from one watch to the next. It lives no longer than the browser's session. */
export interface WatchMemory {
  exit: RememberedExit;
  /** Consecutive watches that saw the exit move. */
  consecutiveMoves: number;
}

/**
 * Whether the exit differs from those of both the last round and the last watch. A single echo may disagree
 * with the others permanently; compared with the round alone, it would report a move every time.
 */
export async function compareWatchedExit(
  before: { round: RememberedExit | null; watch: WatchMemory | null },
  exit: ReportedExit,
  newSalt: () => string,
): Promise<{ hasMoved: boolean; remembered: WatchMemory }> {
  const fromRound = await compareExits(before.round, exit, newSalt);
  const fromWatch = await compareExits(before.watch?.exit ?? null, exit, newSalt);
  const hasMoved = fromWatch.changed !== false && (fromRound.changed ?? fromWatch.changed) === true;
  const consecutiveMoves = hasMoved ? (before.watch?.consecutiveMoves ?? 0) + 1 : 0;
  return { hasMoved, remembered: { exit: fromWatch.remembered, consecutiveMoves } };
}

const shortestMinutes = 0.75;
export const longestWatchMinutes = 15;

/** Under a minute; doubles with each further move, so that an unsteady exit is watched less often. */
export function minutesToNextWatch(consecutiveMoves: number): number {
  return Math.min(longestWatchMinutes, shortestMinutes * 2 ** Math.max(0, consecutiveMoves - 1));
}
