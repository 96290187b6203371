import { openDay } from '../index/day-record.ts';
import type { History } from '../open.ts';

/** When the first check began that anything is known of, ISO 8601 UTC; null without any. */
export async function readFirstCheck({ database, seal }: History): Promise<string | null> {
  if (seal === null) return null;
  const cursor = await database.transaction('sealedDays').store.openCursor();
  const day = cursor && (await openDay(seal, cursor.value));
  const first = day?.rounds[0];
  return first === undefined ? null : new Date(first.atMs).toISOString();
}
