import { type Packing, storedBytes, streamPacking } from './pack.ts';

/** A record as it lies on the disk, under AES-GCM. */
export interface Sealed {
  /** 12 random bytes. */
  iv: ArrayBuffer;
  data: ArrayBuffer;
}

export interface Seal {
  /** Whether all records are being moved to the key that it closes with. */
  isMoving: boolean;
  /**
   * The browser's own, which need no code made ready for a single record. Handed on from here: imported by others too,
   * they would be a second file that the popup waits for.
   */
  streams: Packing;
  /** As compressed JSON. Never call it within a transaction, which would end meanwhile; nor any other of these. */
  close(value: unknown): Promise<Sealed>;
  /** For what is soon replaced: it opens like any other. Compressing takes long once a worker has started. */
  closeAsIs(value: unknown): Promise<Sealed>;
  /** Undefined where the record is under another key, or damaged. */
  open<Value>(sealed: Sealed): Promise<Value | undefined>;
  closeBytes(bytes: BufferSource): Promise<Sealed>;
  /** Undefined where the record is under another key, or damaged. */
  openBytes(sealed: Sealed): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** The keys of the history: 32 bytes each, as Base64. */
export interface HistoryKeys {
  /** Null before the first write. */
  current: string | null;
  /** While all records are being moved to another key: the one before. */
  former: string | null;
}

const algorithm = 'AES-GCM';

export function newKey(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
}

/** Seals under the current key; opens what is under either. Null without a key. */
export async function createSeal(
  { current, former }: HistoryKeys,
  packing: Packing = streamPacking,
): Promise<Seal | null> {
  if (current === null) return null;
  const key = await importKey(current);
  const keys = former === null ? [key] : [key, await importKey(former)];
  async function closeBytes(bytes: BufferSource): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt({ name: algorithm, iv }, key, bytes);
    return { iv: iv.buffer, data };
  }
  async function openBytes({ iv, data }: Sealed): Promise<Uint8Array<ArrayBuffer> | undefined> {
    for (const one of keys) {
      try {
        return new Uint8Array(await crypto.subtle.decrypt({ name: algorithm, iv }, one, data));
      } catch {
        // The other key may open it.
      }
    }
    return undefined;
  }
  return {
    isMoving: former !== null,
    streams: streamPacking,
    closeBytes,
    openBytes,
    close: async (value) => closeBytes(await packing.pack(value)),
    closeAsIs: (value) => closeBytes(storedBytes(new TextEncoder().encode(JSON.stringify(value)))),
    async open<Value>(sealed: Sealed) {
      const packed = await openBytes(sealed);
      if (packed === undefined) return undefined;
      return (await packing.unpack(packed).catch(() => undefined)) as Value | undefined;
    },
  };
}

/** Remembers the seal of the latest keys, so that they are imported once. */
export function createSealOf(packing?: Packing): (keys: HistoryKeys) => Promise<Seal | null> {
  let latest: { keys: HistoryKeys; seal: Promise<Seal | null> } | undefined;
  return (keys) => {
    const { current, former } = latest?.keys ?? {};
    if (latest === undefined || current !== keys.current || former !== keys.former) {
      latest = { keys, seal: createSeal(keys, packing) };
    }
    return latest.seal;
  };
}

function importKey(key: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['encrypt', 'decrypt']);
}
