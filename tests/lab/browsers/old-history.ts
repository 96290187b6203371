import {
  type DictionaryRecord,
  sealAgainst,
  sealDictionary,
} from '../../../lib/history/codec/dictionaries.ts';
import { createSeal, newKey, type Seal, type Sealed } from '../../../lib/history/seal.ts';
import type { Round } from '../../../lib/model/round.ts';
import type { SeenRoute } from '../../../lib/model/route.ts';
import type { Standing } from '../../../lib/model/standing.ts';
import type { ExtensionPage } from '../../../scripts/browser/extension-page.ts';

export type OldVersion = 1 | 2 | 3;

export interface OldHistory {
  rounds: readonly Round[];
  standings: readonly Standing[];
  lastFullAt: string;
  lastRoute: SeenRoute;
}

/** A record of some store; without a key: as the next one. */
interface OldRecord {
  store: string;
  key?: string | number;
  value: unknown;
}

/** Puts a database in the place of the history as that version of it wrote one. */
export async function writeOldHistory(
  page: ExtensionPage,
  version: OldVersion,
  history: OldHistory,
): Promise<void> {
  const key = version === 1 ? null : newKey();
  const records =
    key === null ? plainRecords(history) : await sealedRecords(history, { version, key });
  await page.evaluate(replaceDatabase, version);
  // Some at a time: messages to a page may not be of any length.
  for (let start = 0; start < records.length; start += 50) {
    await page.evaluate(putRecords, records.slice(start, start + 50));
  }
  await page.evaluate(keepKey, key);
}

function plainRecords({ rounds, standings, lastFullAt, lastRoute }: OldHistory): OldRecord[] {
  return [
    ...rounds.map((value) => ({ store: 'rounds', value })),
    ...standings.map((value) => ({ store: 'standings', value })),
    { store: 'facts', key: 'lastFullAt', value: lastFullAt },
    { store: 'facts', key: 'lastRoute', value: JSON.stringify(lastRoute) },
  ];
}

async function sealedRecords(
  history: OldHistory,
  { version, key }: { version: OldVersion; key: string },
): Promise<OldRecord[]> {
  const seal = (await createSeal({ current: key, former: null })) as Seal;
  const { rounds, ...facts } = history;
  const records = version === 2 ? [] : await packedRounds(seal, rounds);
  if (version === 2) {
    for (const round of rounds) {
      records.push({ store: 'sealedRounds', value: sent(await seal.close(round)) });
    }
  }
  for (const [name, fact] of Object.entries(facts)) {
    records.push({ store: 'sealedFacts', key: name, value: sent(await seal.close(fact)) });
  }
  return records;
}

/** Without an index, as where the worker died before it had one. */
async function packedRounds(seal: Seal, rounds: readonly Round[]): Promise<OldRecord[]> {
  const records: OldRecord[] = [];
  let latest: DictionaryRecord | null = null;
  for (const round of rounds) {
    const last: number = latest?.number ?? 0;
    const { record, dictionary } = await sealAgainst(seal, round, { latest, last });
    records.push({ store: 'sealedRounds', value: sent(record) });
    if (dictionary === null) continue;
    latest = dictionary;
    const { number: key, record: value } = await sealDictionary(seal, dictionary);
    records.push({ store: 'sealedDictionaries', key, value: sent(value) });
  }
  return records;
}

function sent({ iv, data }: Sealed): { iv: string; data: string } {
  return { iv: Buffer.from(iv).toString('base64'), data: Buffer.from(data).toString('base64') };
}

/** Runs in the page. */
async function replaceDatabase(version: OldVersion): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('dozvon');
    deleting.addEventListener('success', () => resolve());
    deleting.addEventListener('error', () => reject(deleting.error));
  });
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('dozvon', version);
    opening.addEventListener('upgradeneeded', () => {
      const database = opening.result;
      const rounds = database.createObjectStore('rounds', { keyPath: 'id' });
      rounds.createIndex('startedAt', 'startedAt');
      database.createObjectStore('standings', { keyPath: 'service' });
      database.createObjectStore('journal', { autoIncrement: true });
      database.createObjectStore('facts');
      if (version === 1) return;
      database.createObjectStore('sealedRounds', { autoIncrement: true });
      database.createObjectStore('sealedJournal', { autoIncrement: true });
      database.createObjectStore('sealedFacts');
      if (version === 2) return;
      database.createObjectStore('sealedDictionaries');
      database.createObjectStore('sealedDays');
      database.createObjectStore('sealedMonths');
      database.createObjectStore('sealedTransitions');
    });
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      opening.result.close();
      resolve();
    });
  });
}

/** Runs in the page. Bytes arrive as Base64. */
function putRecords(records: OldRecord[]): Promise<void> {
  const buffer = (base64: string) =>
    Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dozvon');
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      const stores = [...opening.result.objectStoreNames];
      const writing = opening.result.transaction(stores, 'readwrite');
      for (const { store, key, value } of records) {
        const { iv, data } = value as { iv: string; data: string };
        const isSealed = store.startsWith('sealed');
        const record = isSealed ? { iv: buffer(iv), data: buffer(data) } : value;
        writing.objectStore(store).put(record, key);
      }
      writing.addEventListener('error', () => reject(writing.error));
      writing.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
}

/** Runs in the page. Version 1 had no key. */
async function keepKey(key: string | null): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: {
      storage: {
        local: {
          set(items: object): Promise<void>;
          remove(names: string[]): Promise<void>;
        };
      };
    };
  };
  if (key === null) await chrome.storage.local.remove(['historyKey']);
  else await chrome.storage.local.set({ historyKey: key });
}
