import type { History } from './open.ts';
import { walkRounds } from './walk.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Deletes rounds that are older than some days, from the oldest to the first that is not: were the clock once
 * wrong, older ones may lie behind it. Returns how many.
 */
export async function forgetOldRounds(history: History, days: number, now: Date): Promise<number> {
  let deleted = 0;
  const oldest = now.getTime() - days * dayMs;
  for await (const { number, round } of walkRounds(history, { from: 'oldest', atOnce: 8 })) {
    if (Date.parse(round.startedAt) >= oldest) return deleted;
    await history.database.delete('sealedRounds', number);
    deleted += 1;
  }
  return deleted;
}
