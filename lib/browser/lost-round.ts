import { storage } from '@wxt-dev/storage';

/** Kept in memory: if a round cannot be recorded, the disk may be full. */
const lost = storage.defineItem<boolean>('session:lastRoundLost', { fallback: false });

/** Whether recording the last round failed. */
export function isLastRoundLost(): Promise<boolean> {
  return lost.getValue();
}

export function noteLostRound(isLost: boolean): Promise<void> {
  return lost.setValue(isLost);
}
