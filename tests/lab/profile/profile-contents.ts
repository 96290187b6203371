import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readLog, readTable } from './level-db.ts';
import { unsnappy } from './snappy.ts';

/** Bytes of a profile's file: as they lie there, or decompressed. */
export interface Content {
  /** Relative to the profile. */
  file: string;
  bytes: Buffer;
}

/** All files of a browser's profile, and what is in its databases (LevelDB, and SQLite's values). */
export function readProfile(profile: string): Content[] {
  return filesIn(profile).flatMap((path) => {
    const file = relative(profile, path);
    const raw = readFileSync(path);
    return [raw, ...unpackFile(path, raw)].map((bytes) => ({ file, bytes }));
  });
}

/** The files in which any of some texts stands, in one byte a character or in two. */
export function filesWith(contents: readonly Content[], needles: readonly Needle[]): string[] {
  const wanted = needles.flatMap((needle) =>
    typeof needle === 'string' ? [Buffer.from(needle), Buffer.from(needle, 'utf16le')] : [needle],
  );
  const hits = contents.filter(({ bytes }) => wanted.some((needle) => bytes.includes(needle)));
  return [...new Set(hits.map(({ file }) => file))];
}

type Needle = string | Buffer;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function unpackFile(path: string, raw: Buffer): Buffer[] {
  const inner = unpackDatabase(path, raw);
  return [...inner, ...[raw, ...inner].flatMap(compressedValues)];
}

function unpackDatabase(path: string, raw: Buffer): Buffer[] {
  const name = basename(path);
  if (/^\d{6}\.log$/.test(name)) return readLog(raw);
  if (/^\d{6}\.ldb$/.test(name)) return readTable(raw);
  if (name.endsWith('.sqlite')) return readValues(path);
  // Firefox keeps large values in files beside the database.
  if (/\.files[/\\]\d+$/.test(path)) return orNothing(() => [unsnappy(raw)]);
  return [];
}

/** Chromium marks values that it compressed (IndexedDB's value wrapper). */
const compressedValue = Buffer.from([0xff, 0x11, 0x02]);

function compressedValues(bytes: Buffer): Buffer[] {
  const values: Buffer[] = [];
  for (
    let at = bytes.indexOf(compressedValue);
    at >= 0;
    at = bytes.indexOf(compressedValue, at + 1)
  ) {
    values.push(...orNothing(() => [unsnappy(bytes.subarray(at + compressedValue.length))]));
  }
  return values;
}

/** The values of an IndexedDB of Firefox; none where it is another database. */
function readValues(path: string): Buffer[] {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const rows = database.prepare('SELECT data FROM object_data').all();
    return rows.flatMap(({ data }) =>
      data instanceof Uint8Array ? orNothing(() => [unsnappy(data)]) : [],
    );
  } catch {
    return [];
  } finally {
    database.close();
  }
}

function orNothing(read: () => Buffer[]): Buffer[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
