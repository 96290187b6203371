import type { DictionaryRecord } from '../../../lib/history/codec/dictionaries.ts';
import type { sealedStores } from '../../../lib/history/schema.ts';
import { createSeal, type HistoryKeys, type Seal, type Sealed } from '../../../lib/history/seal.ts';
import type { ExtensionPage } from '../../../scripts/browser/extension-page.ts';
import { openBundle, openRecord } from '../profile/open-record.ts';

export type SealedStore = (typeof sealedStores)[number];

type RecordKey = number | string;

/** A sealed record as it travels between the page and the test: bytes as Base64. */
interface SentRecord {
  key: RecordKey;
  iv: string;
  data: string;
}

/**
 * All records of a store by key, read directly and not through the worker; those that do not open are left out. Rounds
 * that are in bundles are among those of `sealedRounds`, by their numbers. Again, where the history moved to another
 * key meanwhile, as some would be missing.
 */
export async function readRecords<T>(
  page: ExtensionPage,
  store: SealedStore,
): Promise<[key: RecordKey, value: T][]> {
  for (;;) {
    const keys = await readHistoryKeys(page);
    const records = await readUnder<T>(keys, page, store);
    if ((await readHistoryKeys(page)).current === keys.current) return records;
  }
}

async function readUnder<T>(
  keys: HistoryKeys,
  page: ExtensionPage,
  store: SealedStore,
): Promise<[key: RecordKey, value: T][]> {
  const seal = await createSeal(keys);
  if (seal === null) return [];
  const name = await databaseInUse(page);
  const read = async (from: SealedStore) =>
    (await page.evaluate(readSent, { name, store: from })).map(
      ({ key, iv, data }): [RecordKey, Sealed] => [key, { iv: bytes(iv), data: bytes(data) }],
    );
  // A round that goes into a bundle meanwhile must not be missed, nor one whose dictionary was written after this.
  const sealed = await read(store);
  const bundles = store === 'sealedRounds' ? await read('sealedBundles') : [];
  const dictionaries =
    store === 'sealedRounds' ? await readRecords<DictionaryRecord>(page, 'sealedDictionaries') : [];
  const known = dictionaries.map(([number, { text }]) => ({ number: Number(number), text }));
  const opened = new Map<RecordKey, T>();
  for (const [, bundle] of bundles) {
    for (const [number, round] of await openBundle(seal, bundle, known)) {
      opened.set(number, round as T);
    }
  }
  for (const [key, record] of sealed) {
    const value = await openRecord<T>(seal, record, known);
    if (value !== undefined) opened.set(key, value);
  }
  if (store !== 'sealedRounds') return [...opened];
  return [...opened].toSorted(([one], [other]) => Number(one) - Number(other));
}

/** Writes records directly, over those with the same key; with a key of null, as new ones. */
export async function writeRecords(
  page: ExtensionPage,
  store: SealedStore,
  records: readonly [key: RecordKey | null, value: unknown][],
): Promise<void> {
  const seal = await sealOf(page);
  if (seal === null) throw new Error('The history has no key yet.');
  const sent = await Promise.all(
    records.map(async ([key, value]) => {
      const { iv, data } = await seal.close(value);
      return { key, iv: text(iv), data: text(data) };
    }),
  );
  await page.evaluate(writeSent, { name: await databaseInUse(page), store, sent });
}

/** The keys of the history, as the browser's storage has them. */
export async function readHistoryKeys(page: ExtensionPage): Promise<HistoryKeys> {
  const { historyKey, formerHistoryKey } = await readStorage(page);
  return { current: historyKey ?? null, former: formerHistoryKey ?? null };
}

/** The name of the database that holds the history. */
async function databaseInUse(page: ExtensionPage): Promise<string> {
  const { historyDatabase } = await readStorage(page);
  return historyDatabase ?? 'dozvon';
}

/** As it is once the worker has written it anew: in Chromium it is empty for a moment, and a copy lies in a file. */
function readStorage(page: ExtensionPage): Promise<Record<string, string>> {
  return page.evaluate(async (tries) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(): Promise<Record<string, string>> } } };
    };
    const isCopied = async () => {
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle('storage-copy').then(
        () => true,
        () => false,
      );
    };
    for (let left = tries; ; left -= 1) {
      const wasCopied = await isCopied();
      const items = await chrome.storage.local.get();
      const isBeingWritten = wasCopied || (await isCopied()) || 'storageUnclean' in items;
      if (!isBeingWritten || left === 0) return items;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }, 100);
}

async function sealOf(page: ExtensionPage): Promise<Seal | null> {
  return createSeal(await readHistoryKeys(page));
}

const bytes = (base64: string): ArrayBuffer => new Uint8Array(Buffer.from(base64, 'base64')).buffer;
const text = (buffer: ArrayBuffer): string => Buffer.from(buffer).toString('base64');

/** Runs in the page. */
function readSent({ name, store }: { name: string; store: string }): Promise<SentRecord[]> {
  const base64 = (buffer: ArrayBuffer) =>
    btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''));
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      const found: SentRecord[] = [];
      const reading = opening.result.transaction(store).objectStore(store).openCursor();
      reading.addEventListener('error', () => reject(reading.error));
      reading.addEventListener('success', () => {
        const cursor = reading.result;
        if (cursor === null) {
          opening.result.close();
          return resolve(found);
        }
        const { iv, data } = cursor.value as { iv: ArrayBuffer; data: ArrayBuffer };
        found.push({ key: cursor.key as RecordKey, iv: base64(iv), data: base64(data) });
        cursor.continue();
      });
    });
  });
}

/** Runs in the page. */
function writeSent(records: {
  name: string;
  store: string;
  sent: { key: RecordKey | null; iv: string; data: string }[];
}): Promise<void> {
  const { name, store, sent } = records;
  const buffer = (base64: string) =>
    Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction(store, 'readwrite');
      for (const { key, iv, data } of sent) {
        const sealed = { iv: buffer(iv), data: buffer(data) };
        writing.objectStore(store).put(sealed, key ?? undefined);
      }
      writing.addEventListener('error', () => reject(writing.error));
      writing.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
}
