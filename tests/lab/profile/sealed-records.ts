import type { Dictionary } from '../../../lib/history/codec/round-record.ts';
import { createSeal, type Sealed } from '../../../lib/history/seal.ts';
import { openBundle, openRecord } from './open-record.ts';
import type { Content } from './profile-contents.ts';
import { readVarint } from './snappy.ts';

/** The sealed records that lie in a profile's files, live or left over. */
export function findSealed(contents: readonly Content[]): Sealed[] {
  return contents.flatMap(({ bytes }) => [...inChromium(bytes), ...inFirefox(bytes)]);
}

/** All strings in a profile that could be a key: 32 bytes as Base64. */
export function findKeys(contents: readonly Content[]): string[] {
  const found = contents.flatMap(({ bytes }) => [
    ...(bytes.toString('latin1').match(/[A-Za-z0-9+/]{43}=/g) ?? []),
  ]);
  return [...new Set(found)];
}

/** The contents, as JSON, of all records that a key opens. */
export async function openAll(sealed: readonly Sealed[], key: string): Promise<string[]> {
  const seal = await createSeal({ current: key, former: null });
  if (seal === null) return [];
  const plain = await Promise.all(sealed.map((record) => openRecord(seal, record, [])));
  const dictionaries = plain.filter(isDictionary);
  const opened = await Promise.all(
    sealed.map(
      async (record, index) => plain[index] ?? (await openRecord(seal, record, dictionaries)),
    ),
  );
  const bundles = await Promise.all(sealed.map((record) => openBundle(seal, record, dictionaries)));
  return [...opened, ...bundles.flat().map(([, round]) => round)]
    .filter((value) => value !== undefined)
    .map((value) => JSON.stringify(value));
}

function isDictionary(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && 'text' in value && 'number' in value;
}

/** As V8 writes an object with two buffers (`v8/src/objects/value-serializer.cc`). */
function* inChromium(bytes: Buffer): Generator<Sealed> {
  const iv = Buffer.from('"\x02ivB\x0c');
  const data = Buffer.from('"\x04dataB');
  for (let at = bytes.indexOf(iv); at >= 0; at = bytes.indexOf(iv, at + 1)) {
    const start = at + iv.length;
    const next = start + 12;
    if (!bytes.subarray(next, next + data.length).equals(data)) continue;
    const length = readVarint(bytes, next + data.length);
    yield {
      iv: copy(bytes, start, 12),
      data: copy(bytes, length.next, length.value),
    };
  }
}

/** As SpiderMonkey writes it (`js/src/vm/StructuredClone.cpp`): everything in units of eight bytes. */
function* inFirefox(bytes: Buffer): Generator<Sealed> {
  const iv = Buffer.from('iv\0\0\0\0\0\0');
  const data = Buffer.from('data\0\0\0\0');
  for (let at = bytes.indexOf(iv); at >= 0; at = bytes.indexOf(iv, at + 1)) {
    const start = at + iv.length + 16;
    const name = bytes.indexOf(data, start);
    if (name < 0 || name > start + 64 || bytes.readUInt32LE(start - 8) !== 12) continue;
    const length = bytes.readUInt32LE(name + data.length + 8);
    yield { iv: copy(bytes, start, 12), data: copy(bytes, name + data.length + 16, length) };
  }
}

function copy(bytes: Buffer, start: number, length: number): ArrayBuffer {
  return new Uint8Array(bytes.subarray(start, start + length)).buffer;
}
