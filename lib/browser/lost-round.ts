import type { LostRound } from '../model/lost-round.ts';
import { storedItem } from './stored-item.ts';

/** Kept in memory: if a round cannot be recorded, the disk may be full. */
const item = storedItem<LostRound>('session', 'lostRound');

/** Null where the last round was recorded. */
export function readLostRound(): Promise<LostRound | null> {
  return item.read();
}

/** Notes the outcome of the last round; null where it was recorded. */
export function noteLostRound(lost: LostRound | null): Promise<void> {
  return lost === null ? item.remove() : item.write(lost);
}
