import type { IDBPTransaction } from 'idb';
import type { HistoryDatabase } from '../connection.ts';
import type { HistorySchema } from '../schema.ts';
import type { Sealed } from '../seal.ts';
import { roundsInBundle } from './bundle.ts';
import { keysBetween, lastNumberOf, type Piece, type RoundStore, roundStores } from './piece.ts';

export interface Walk {
  from: 'oldest' | 'newest';
  /** About how many rounds are read together. */
  atOnce: number;
  /** Begins after the round of this number; null and left out: with the first. */
  beyond?: number | null;
}

/** Where a record of rounds stands. */
type Place = Pick<Piece, 'store' | 'key'>;

export type Reading = IDBPTransaction<HistorySchema, typeof roundStores>;

/** Some records in the order of the walk. */
interface Chunk {
  pieces: Piece[];
  /** Where the last of them stands; null where the walk has come to its end. */
  end: Place | null;
}

/**
 * All records beyond a number, some at a time. Of their rounds some may not be beyond it, or may be those that came
 * before: records are made of others meanwhile.
 */
export async function* walkPieces(database: HistoryDatabase, walk: Walk): AsyncGenerator<Piece[]> {
  const isUp = walk.from === 'oldest';
  const { beyond: key = null } = walk;
  let chunk = await readChunk(database, walk, key === null ? null : { store: 'sealedRounds', key });
  for (let isFirst = true; ; isFirst = false) {
    const { pieces, end } = chunk;
    const readNext = () => readChunk(database, walk, end);
    // Whoever reads on after the first ones is likely to read all: the next come while these are opened.
    const ahead = isUp && !isFirst && end !== null ? readNext() : null;
    ahead?.catch(() => undefined);
    yield pieces;
    if (end === null) return;
    chunk = await (ahead ?? readNext());
  }
}

async function readChunk(
  database: HistoryDatabase,
  { from, atOnce }: Walk,
  begin: Place | null,
): Promise<Chunk> {
  const transaction = database.transaction(roundStores);
  const isUp = from === 'oldest';
  const found: Piece[] = [];
  let [above, below] = [-Infinity, Infinity];
  if (begin !== null && isUp) above = lastNumberOf(begin);
  if (begin !== null && !isUp) {
    below = lastNumberOf(begin);
    // A bundle that ends beyond where a walk goes on downwards may begin before.
    const range = keysBetween('sealedBundles', below - 1, Infinity);
    const key = await transaction.objectStore('sealedBundles').getKey(range);
    if (key !== begin.key) found.push(...(await bundleWith(transaction, below)));
  }
  let end: Place | null = null;
  // The store that has the first ones, for all that is likely, comes first: so the other has few to be read.
  for (const store of isUp ? roundStores.toReversed() : roundStores) {
    const limit = store === 'sealedBundles' ? Math.ceil(atOnce / roundsInBundle) : atOnce;
    const range = keysBetween(store, above, below);
    const some = await take(transaction, store, { range, from, limit });
    found.push(...some);
    const last = some[limit - 1];
    if (last === undefined) continue;
    end = last;
    if (isUp) below = lastNumberOf(end);
    else above = lastNumberOf(end);
  }
  const distance = (piece: Piece) => (isUp ? 1 : -1) * lastNumberOf(piece);
  const isWithin = (piece: Piece) =>
    isUp ? lastNumberOf(piece) <= below : lastNumberOf(piece) >= above;
  const pieces = found.filter(isWithin).toSorted((one, other) => distance(one) - distance(other));
  return { pieces, end };
}

export async function take(
  transaction: Reading,
  store: RoundStore,
  { range, from, limit }: { range: IDBKeyRange; from: Walk['from']; limit: number },
): Promise<Piece[]> {
  const records = transaction.objectStore(store);
  if (from === 'oldest') {
    const [keys, sealed] = await Promise.all([
      records.getAllKeys(range, limit),
      records.getAll(range, limit),
    ]);
    return keys.map((key, index) => ({ store, key, record: sealed[index] as Sealed }));
  }
  const pieces: Piece[] = [];
  let cursor = await records.openCursor(range, 'prev');
  while (cursor !== null) {
    pieces.push({ store, key: cursor.primaryKey, record: cursor.value });
    if (pieces.length === limit) break;
    cursor = await cursor.continue();
  }
  return pieces;
}

/**
 * The records that may hold rounds of some numbers, in their order.
 * @param numbers in ascending order
 */
export async function piecesWith(
  database: HistoryDatabase,
  numbers: readonly number[],
): Promise<Piece[]> {
  const transaction = database.transaction(roundStores);
  const singles = transaction.objectStore('sealedRounds');
  const found = await Promise.all(numbers.map((number) => singles.get(number)));
  const pieces: Piece[] = [];
  for (const [index, number] of numbers.entries()) {
    const record = found[index];
    const before = pieces.at(-1);
    if (record !== undefined) pieces.push({ store: 'sealedRounds', key: number, record });
    else if (before === undefined || lastNumberOf(before) < number)
      pieces.push(...(await bundleWith(transaction, number)));
  }
  return pieces;
}

/** The first bundle that does not end before a number. */
function bundleWith(transaction: Reading, number: number): Promise<Piece[]> {
  const range = keysBetween('sealedBundles', number - 1, Infinity);
  return take(transaction, 'sealedBundles', { range, from: 'oldest', limit: 1 });
}
