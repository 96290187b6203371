import type { Note } from '../model/note.ts';
import type { Round } from '../model/round.ts';
import type { SeenRoute } from '../model/route.ts';
import type { Standing } from '../model/standing.ts';
import type { LastState } from '../model/transition.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { markBegun } from './beginning.ts';
import { type DictionaryRecord, sealAgainst, sealDictionary } from './codec/dictionaries.ts';
import type { HistoryEntry } from './entry.ts';
import { addEntry, type IndexDraft, newDraft } from './index/draft.ts';
import { emptyIndex, type HistoryIndex } from './index/records.ts';
import { createIndexSource } from './index/source.ts';
import { sealDraft } from './index/store.ts';
import { putOf } from './kept/single.ts';
import type { Latest } from './latest.ts';
import type { WritableHistory } from './open.ts';
import { putAll, type Write } from './put-all.ts';
import { type FactName, sealedStores } from './schema.ts';

/** What a history knows besides its entries. */
export interface HistoryFacts {
  standings: readonly Standing[];
  /** ISO 8601 UTC; null without a full round. */
  lastFullAt: string | null;
  lastRoute: SeenRoute | null;
  /** Left out where there are none. */
  notes?: readonly Note[];
  /** The last known state of each service: its beginning may be older than all that is kept. */
  states: readonly LastState[];
}

/** Entries that are written in one transaction. */
const atOnce = 32;

/** Fills an empty database with entries, in their order. */
export async function buildHistory(
  history: WritableHistory,
  entries: AsyncIterable<HistoryEntry>,
  facts: HistoryFacts,
): Promise<void> {
  const building: Building = { history, index: emptyIndex, dictionary: null, last: null };
  let batch: HistoryEntry[] = [];
  for await (const entry of entries) {
    batch.push(entry);
    if (batch.length < atOnce) continue;
    await addBatch(building, batch);
    batch = [];
  }
  await addBatch(building, batch);
  await addFacts(building, facts);
}

interface Building {
  history: WritableHistory;
  index: HistoryIndex;
  dictionary: DictionaryRecord | null;
  /** The last round that was added. */
  last: Round | null;
}

async function addBatch(building: Building, batch: readonly HistoryEntry[]): Promise<void> {
  const { history } = building;
  const rounds = new Map<number, Round>();
  const draft = draftBeside(building, rounds);
  const writes: Write[] = [];
  for (const entry of batch) {
    const number = draft.index.through + 1;
    if (entry.round !== null) {
      rounds.set(number, entry.round);
      writes.push(...(await sealNumbered(building, number, entry.round)));
    }
    await addEntry(draft, number, entry);
  }
  await write(history, [...writes, ...(await sealDraft(history.seal, draft))], 'relaxed');
  building.index = draft.index;
}

/** The rounds of the batch are not yet in the database. */
function draftBeside({ history, index }: Building, rounds: Map<number, Round>): IndexDraft {
  const source = createIndexSource(history);
  const round = async (number: number) => rounds.get(number) ?? source.round(number);
  return newDraft({ ...source, round }, index);
}

async function sealNumbered(building: Building, key: number, round: Round): Promise<Write[]> {
  const { seal } = building.history;
  const latest = building.dictionary;
  const { record, dictionary } = await sealAgainst(seal, round, {
    latest,
    last: latest?.number ?? 0,
  });
  building.last = round;
  const writes: Write[] = [putOf(key, record)];
  if (dictionary === null) return writes;
  building.dictionary = dictionary;
  const sealed = await sealDictionary(seal, dictionary);
  return [...writes, { store: 'sealedDictionaries', key: sealed.number, record: sealed.record }];
}

async function addFacts({ history, index, last }: Building, facts: HistoryFacts): Promise<void> {
  const { standings, lastFullAt, lastRoute, states, notes = [] } = facts;
  const latest: Latest = { round: last, route: lastRoute };
  const named: [FactName, unknown][] = [
    ['standings', standings],
    ['lastFullAt', lastFullAt],
    ['lastRoute', lastRoute],
    ['notes', notes.length === 0 ? null : notes],
    ['latest', last === null && lastRoute === null ? null : latest],
    ['index', { ...index, states: withBeginnings(index.states, states) }],
  ];
  const writes = named
    .filter(([, fact]) => fact !== null)
    .map(
      async ([key, fact]): Promise<Write> => ({
        store: 'sealedFacts',
        key,
        record: await history.seal.close(fact),
      }),
    );
  await markBegun(history);
  await write(history, await Promise.all(writes), 'strict');
}

/** Where a known state is the latest word on a service, it began when that says. */
function withBeginnings(found: readonly LastState[], known: readonly LastState[]): LastState[] {
  const states = new Map(found.map((one) => [one.service, one]));
  for (const one of known) {
    const { seenAt, state } = states.get(one.service) ?? one;
    if (seenAt === one.seenAt && state === one.state) states.set(one.service, one);
  }
  return [...states.values()];
}

async function write(
  { database }: WritableHistory,
  writes: readonly Write[],
  durability: 'relaxed' | 'strict',
): Promise<void> {
  const transaction = database.transaction(sealedStores, 'readwrite', { durability });
  await allOrNothing(transaction, () => putAll(transaction, writes));
}
