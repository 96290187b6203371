import type { WritableHistory } from './open.ts';
import type { PlaceKeeper } from './own-history.ts';
import { withNotice } from './places.ts';
import { sealedStores } from './schema.ts';

/** Marks a database as one that was in use, and notes it where one is lost. Whether it is. */
export async function noteBeginning(
  history: WritableHistory,
  keeper: PlaceKeeper,
): Promise<boolean> {
  if (await isBegun(history)) return false;
  const lost = await isLost(history);
  if (lost) await keeper.change((before) => withNotice(before, 'lost', new Date()));
  await markBegun(history);
  return lost;
}

/** Whether there is a key and nothing else: then the browser has deleted the database. */
async function isLost({ database }: WritableHistory): Promise<boolean> {
  const counts = await Promise.all(sealedStores.map((store) => database.count(store)));
  return counts.every((count) => count === 0);
}

export async function markBegun(history: WritableHistory): Promise<void> {
  if (await isBegun(history)) return;
  const { database, seal } = history;
  await database.put('sealedFacts', await seal.close(new Date().toISOString()), 'begun');
}

async function isBegun({ database }: WritableHistory): Promise<boolean> {
  return (await database.count('sealedFacts', 'begun')) > 0;
}
