import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expandSnappy } from './snappy.ts';

/**
 * By each text the files of a profile that contain it, in one byte a character or in two, as they lie or in what a
 * database has compressed. Call it once the browser has ended, and once only: to read a database changes its files.
 */
export function searchProfile(profile: string, texts: readonly string[]): Record<string, string[]> {
  const entries = readdirSync(profile, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((one) => one.isFile())
    .map((one) => ({ path: join(one.parentPath, one.name) }))
    .map(({ path }) => ({ path, bytes: readFileSync(path) }));
  const readable = files.map((file) => ({ ...file, parts: partsOf(file) }));
  return Object.fromEntries(
    texts.map((text) => {
      const forms = [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')];
      const isIn = (part: Buffer): boolean => forms.some((form) => part.includes(form));
      return [text, readable.filter(({ parts }) => parts.some(isIn)).map(({ path }) => path)];
    }),
  );
}

function partsOf({ path, bytes }: { path: string; bytes: Buffer }): Buffer[] {
  const parts = [
    bytes,
    ...(path.endsWith('.log') ? [joinRecords(bytes)] : []),
    ...(path.endsWith('.ldb') ? blocksOf(bytes) : []),
    ...(firefoxDatabase.test(path) ? valuesOf(path) : []),
  ];
  return parts.flatMap((part) => [part, ...compressedIn(part)]);
}

/** What Chromium writes before a value that it has compressed with snappy (IndexedDB, `IDBValueWrapper`). */
const mark = Buffer.from([0xff, 0x11, 0x02]);

function compressedIn(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) {
    const expanded = expandSnappy(bytes.subarray(at + mark.length));
    if (expanded !== null) found.push(expanded.bytes);
  }
  return found;
}

const logBlock = 32_768;
const recordHeader = 7;

/** A LevelDB log without the headers that cut its records (google/leveldb, log_format.md). */
function joinRecords(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let block = 0; block < bytes.length; block += logBlock) {
    const end = Math.min(block + logBlock, bytes.length);
    for (let at = block; at + recordHeader <= end; ) {
      const length = bytes.readUInt16LE(at + 4);
      if (length === 0) break;
      parts.push(bytes.subarray(at + recordHeader, at + recordHeader + length));
      at += recordHeader + length;
    }
  }
  return Buffer.concat(parts);
}

/** After each block of a table: one byte for its compression, four for its checksum. */
const blockTrailer = 5;

/** The compressed blocks at the start of a LevelDB table; others are readable as they lie. */
function blocksOf(bytes: Buffer): Buffer[] {
  const blocks: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const expanded = expandSnappy(bytes.subarray(at));
    if (expanded === null) break;
    blocks.push(expanded.bytes);
    at += expanded.taken + blockTrailer;
  }
  return blocks;
}

const firefoxDatabase = /\/storage\/.+\/idb\/[^/]+\.sqlite$/;

/** The values in a database in which Firefox keeps IndexedDB, which it compresses with snappy. */
function valuesOf(path: string): Buffer[] {
  const database = new DatabaseSync(path);
  const rows = database.prepare('select data from object_data').all();
  database.close();
  return rows.flatMap(({ data }) => {
    const expanded = data instanceof Uint8Array ? expandSnappy(Buffer.from(data)) : null;
    return expanded?.bytes ?? [];
  });
}
