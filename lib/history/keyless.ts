import { openDatabase } from './connection.ts';
import { makeDatabase } from './damage.ts';
import type { Places } from './places.ts';
import { databaseName } from './schema.ts';
import { newKey } from './seal.ts';

const noKeys = { current: null, former: null };

/**
 * Sets aside what was in use while its key is nowhere, as after the browser has lost what else it kept for the
 * extension. What was never in use, as a history that a page was building, is left alone.
 * @returns where the history goes on; null where nothing is set aside
 */
export async function placesWithoutKey(
  { current, setAside }: Places,
  now: Date,
): Promise<Places | null> {
  if (current.keys.current !== null) return null;
  const keyless: string[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const isPlaced = setAside.some(({ database }) => database === name);
    if (!isPlaced && (await wasInUse(name))) keyless.push(name);
  }
  const database = keyless.length === 0 ? null : await makeDatabase();
  if (database === null) return null;
  const notices = keyless.map((name) => ({
    database: name,
    keys: noKeys,
    why: 'keyless' as const,
    at: now.toISOString(),
  }));
  return {
    current: { database, keys: { current: newKey(), former: null } },
    setAside: [...setAside, ...notices],
  };
}

async function wasInUse(name: string): Promise<boolean> {
  if (!isHistory(name)) return false;
  const database = await openDatabase(name).catch(() => null);
  if (database === null) return false;
  try {
    return (await database.count('sealedFacts', 'begun')) > 0;
  } catch {
    return false;
  } finally {
    database.close();
  }
}

/** By `newDatabaseName`. */
function isHistory(name: string): boolean {
  return name === databaseName || /^dozvon-[0-9a-f]{8}-/.test(name);
}
