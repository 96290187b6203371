import { allOrNothing } from './all-or-nothing.ts';
import { sealRound } from './codec/dictionaries.ts';
import type { HistoryDatabase } from './connection.ts';
import type { WritableHistory } from './open.ts';
import { plainStores } from './schema.ts';

/** Whether anything is left that version 1 wrote in plain. */
export async function isPlainLeft(database: HistoryDatabase): Promise<boolean> {
  const transaction = database.transaction(plainStores);
  const counts = await Promise.all(
    plainStores.map((store) => transaction.objectStore(store).count()),
  );
  return counts.some((count) => count > 0);
}

/**
 * Seals what version 1 wrote in plain. It may be interrupted: each step puts the sealed and deletes the plain in
 * one transaction.
 */
export async function sealPlain(history: WritableHistory): Promise<void> {
  await sealRounds(history);
  await sealFacts(history);
  // A round that the update of the extension interrupted is not resumed.
  await history.database.clear('journal');
}

/** One after the other, the oldest first. */
async function sealRounds(history: WritableHistory): Promise<void> {
  const { database } = history;
  for (;;) {
    const oldest = await database.transaction('rounds').store.index('startedAt').openCursor();
    if (oldest === null) return;
    const { primaryKey, value } = oldest;
    const record = await sealRound(history.seal, value);
    const transaction = database.transaction(['rounds', 'sealedRounds'], 'readwrite');
    await allOrNothing(transaction, async () => {
      await transaction.objectStore('sealedRounds').add(record);
      await transaction.objectStore('rounds').delete(primaryKey);
    });
  }
}

async function sealFacts({ database, seal }: WritableHistory): Promise<void> {
  const standings = await database.getAll('standings');
  const lastFullAt = await database.get('facts', 'lastFullAt');
  const lastRoute = await database.get('facts', 'lastRoute');
  const facts = {
    ...(standings.length > 0 && { standings }),
    ...(lastFullAt !== undefined && { lastFullAt }),
    ...(lastRoute !== undefined && { lastRoute: JSON.parse(lastRoute) as unknown }),
  };
  const sealed = await Promise.all(
    Object.entries(facts).map(
      async ([name, fact]) => [name as keyof typeof facts, await seal.close(fact)] as const,
    ),
  );
  const transaction = database.transaction(['standings', 'facts', 'sealedFacts'], 'readwrite');
  await allOrNothing(transaction, async () => {
    for (const [name, fact] of sealed) await transaction.objectStore('sealedFacts').put(fact, name);
    await transaction.objectStore('standings').clear();
    await transaction.objectStore('facts').clear();
  });
}
