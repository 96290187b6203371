import { storage } from '@wxt-dev/storage';

/** In memory: where a round cannot be recorded, the disk may be full. */
const lost = storage.defineItem<boolean>('session:lastRoundLost', { fallback: false });

/** Whether the last round was to be recorded and could not be. */
export function isLastRoundLost(): Promise<boolean> {
  return lost.getValue();
}

export function noteLostRound(isLost: boolean): Promise<void> {
  return lost.setValue(isLost);
}
