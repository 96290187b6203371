import type { LostRound } from '../model/lost-round.ts';
import { createQueue } from '../steps/queue.ts';
import { storedItem } from './stored-item.ts';

/** Kept in memory: if a round cannot be recorded, the disk may be full. */
const item = storedItem<LostRound>('session', 'lostRound');

const enqueue = createQueue();

/** Null where the last round was recorded. */
export function readLostRound(): Promise<LostRound | null> {
  return item.read();
}

/** Notes the outcome of the last round; null where it was recorded. */
export function noteLostRound(lost: LostRound | null): Promise<void> {
  return enqueue(() => (lost === null ? item.remove() : item.write(lost)));
}

/** Changes one that was noted, and does nothing without one. */
export function changeLostRound(change: (lost: LostRound) => LostRound): Promise<void> {
  return enqueue(async () => {
    const lost = await item.read();
    if (lost !== null) await item.write(change(lost));
  });
}
