import { inflateSync } from 'fflate';
import { type IDBPDatabase, openDB } from 'idb';
import { changeAlertMemory, readAlertMemory } from '../../lib/history/alert-memory.ts';
import { lastFullAt, lastRoute, readStandings } from '../../lib/history/facts.ts';
import { indexRounds } from '../../lib/history/index/index-rounds.ts';
import { appendJournal, readJournal } from '../../lib/history/journal.ts';
import { unpackBundle } from '../../lib/history/kept/bundle.ts';
import { bundleRounds } from '../../lib/history/kept/bundling.ts';
import { readLatest } from '../../lib/history/latest.ts';
import { migrations } from '../../lib/history/migrations.ts';
import { changeNotes, readNotes } from '../../lib/history/notes.ts';
import type { WritableHistory } from '../../lib/history/open.ts';
import { readBars, spans } from '../../lib/history/queries/bars.ts';
import { readLastStates } from '../../lib/history/queries/last-states.ts';
import { recordRound } from '../../lib/history/rounds.ts';
import { databaseName, sealedStores } from '../../lib/history/schema.ts';
import type { Sealed } from '../../lib/history/seal.ts';
import type { AlertMemory } from '../../lib/model/alert.ts';
import type { JournalEntry } from '../../lib/model/journal.ts';
import type { Note } from '../../lib/model/note.ts';
import type { Round } from '../../lib/model/round.ts';
import type { Standing } from '../../lib/model/standing.ts';
import { allRounds, allTransitions } from './history.ts';

/** What a history was given. */
export interface Given {
  rounds: Round[];
  standings: Standing[];
  notes: Note[];
  alerts: AlertMemory;
  journal: JournalEntry[];
}

/** A history as its records lie on the disk, with its key, and what it tells. */
export interface FrozenHistory {
  /** Of the database. */
  version: number;
  key: string;
  /** By store: keys, with the two parts of each record as Base64. */
  records: Record<string, [number | string, string, string][]>;
  given: Given;
  told: unknown;
}

/** Records what is given, bundles included. */
export async function writeGiven(history: WritableHistory, given: Given): Promise<void> {
  const { rounds, standings, notes, alerts, journal } = given;
  for (const round of rounds) {
    await recordRound(history, { round, standings, full: round.trigger === 'manual' });
  }
  await bundleRounds(async () => history);
  await changeNotes(
    async () => history,
    () => notes,
  );
  await changeAlertMemory(
    async () => history,
    () => alerts,
  );
  await appendJournal(history, journal);
}

/** All that a history tells, once it has been brought up to date; as JSON holds it. */
export async function toldBy(history: WritableHistory): Promise<unknown> {
  const open = async () => history;
  await indexRounds(open);
  await bundleRounds(open);
  const { startedAt = '' } = (await readLatest(history)).round ?? {};
  const until = new Date(startedAt);
  const told = {
    rounds: await allRounds(history),
    transitions: await allTransitions(history),
    days: (await readBars(history, { ...spans.month, until })).filter(({ rollups }) => rollups[0]),
    hours: (await readBars(history, { ...spans.week, until })).filter(({ rollups }) => rollups[0]),
    states: await readLastStates(history),
    standings: [...(await readStandings(history)).values()],
    latest: await readLatest(history),
    lastFullAt: await lastFullAt(history),
    lastRoute: await lastRoute(history),
    notes: await readNotes(history),
    alerts: await readAlertMemory(history),
    journal: await readJournal(history),
  };
  return JSON.parse(JSON.stringify(told));
}

export async function recordsOf({ database }: WritableHistory): Promise<FrozenHistory['records']> {
  const records: FrozenHistory['records'] = {};
  for (const store of sealedStores) {
    const keys = await database.getAllKeys(store);
    const all = await database.getAll(store);
    records[store] = all.map(({ iv, data }, at) => [
      keys[at] as number | string,
      Buffer.from(iv).toString('base64'),
      Buffer.from(data).toString('base64'),
    ]);
  }
  return records;
}

/** Makes the database anew as that version had it. */
export async function thaw({ version, records }: FrozenHistory): Promise<void> {
  const database: IDBPDatabase = await openDB(databaseName, version, {
    upgrade(created, _old, _new, transaction) {
      for (const step of migrations.slice(0, version)) step(created as never, transaction as never);
    },
  });
  for (const [store, all] of Object.entries(records)) {
    for (const [key, iv, data] of all) {
      const record: Sealed = { iv: bytesOf(iv), data: bytesOf(data) };
      await database.put(store, record, key);
    }
  }
  database.close();
}

/** What the records of a history hold without their seals; of rounds, without what compression makes of them. */
export async function contentsOf({ database, seal }: WritableHistory): Promise<unknown> {
  const contents: Record<string, unknown[]> = {};
  for (const store of sealedStores) {
    const isOfRounds = store === 'sealedRounds' || store === 'sealedBundles';
    const keys = await database.getAllKeys(store);
    const all = await database.getAll(store);
    contents[store] = [];
    for (const [at, record] of all.entries()) {
      // Its time is that of the test.
      if (keys[at] === 'begun') continue;
      const held = isOfRounds ? await roundsIn(store, record) : await seal.open(record);
      contents[store].push([keys[at], held]);
    }
  }
  return contents;

  async function roundsIn(store: string, record: Sealed): Promise<unknown[]> {
    const bytes = (await seal.openBytes(record)) ?? new Uint8Array();
    const isBundle = store === 'sealedBundles';
    const rounds = isBundle ? unpackBundle(bytes) : [{ number: null, packed: bytes }];
    const held: unknown[] = [isBundle ? bytes[0] : null];
    for (const { number, packed } of rounds ?? []) held.push([number, ...(await partsOf(packed))]);
    return held;
  }

  /** The header, and the text. */
  async function partsOf(packed: Uint8Array): Promise<unknown[]> {
    const number = new DataView(packed.buffer, packed.byteOffset).getUint32(2);
    const sealed = await database.get('sealedDictionaries', number);
    const { text = '' } = (sealed && (await seal.open<{ text: string }>(sealed))) ?? {};
    const dictionary = new TextEncoder().encode(text);
    const inflated = inflateSync(packed.subarray(10), { dictionary });
    return [[...packed.subarray(0, 10)], new TextDecoder().decode(inflated)];
  }
}

function bytesOf(base64: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(base64, 'base64')).buffer;
}
