import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expandSnappy } from './snappy.ts';

/**
 * By each text the files of a profile that contain it, in one byte a character or in two, as they lie or in what
 * Firefox has compressed. Call it once the browser has ended, and once only: to read a database changes its files.
 */
export function searchProfile(profile: string, texts: readonly string[]): Record<string, string[]> {
  const entries = readdirSync(profile, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((one) => one.isFile())
    .map((one) => ({ path: join(one.parentPath, one.name) }))
    .map(({ path }) => ({ path, bytes: readFileSync(path) }));
  const readable = files.map(({ path, bytes }) => ({ path, parts: [bytes, ...valuesIn(path)] }));
  return Object.fromEntries(
    texts.map((text) => {
      const forms = [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')];
      const isIn = (part: Buffer): boolean => forms.some((form) => part.includes(form));
      return [text, readable.filter(({ parts }) => parts.some(isIn)).map(({ path }) => path)];
    }),
  );
}

const firefoxDatabase = /\/storage\/.+\/idb\/[^/]+\.sqlite$/;

/** The values in a database in which Firefox keeps IndexedDB, expanded; of other files none. */
function valuesIn(path: string): Buffer[] {
  if (!firefoxDatabase.test(path)) return [];
  const database = new DatabaseSync(path);
  const rows = database.prepare('select data from object_data').all();
  database.close();
  return rows.flatMap(({ data }) =>
    data instanceof Uint8Array ? (expandSnappy(Buffer.from(data)) ?? []) : [],
  );
}
