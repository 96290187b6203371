import { storage } from '@wxt-dev/storage';
import type { LostRound } from '../model/lost-round.ts';

/** Kept in memory: if a round cannot be recorded, the disk may be full. */
const item = storage.defineItem<LostRound>('session:lostRound');

/** Null where the last round was recorded. */
export function readLostRound(): Promise<LostRound | null> {
  return item.getValue();
}

/** Notes the outcome of the last round; null where it was recorded. */
export function noteLostRound(lost: LostRound | null): Promise<void> {
  return lost === null ? item.removeValue() : item.setValue(lost);
}
