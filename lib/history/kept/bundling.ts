import { allOrNothing } from '../all-or-nothing.ts';
import { makeChanges } from '../changes.ts';
import { createCompressing } from '../codec/compress.ts';
import type { HistoryDatabase } from '../connection.ts';
import { isStillAt, readPlace } from '../index/place.ts';
import { sealIndex } from '../index/store.ts';
import type { History, WritableHistory } from '../open.ts';
import { sealedStores } from '../schema.ts';
import { type Packed, roundsInBundle } from './bundle.ts';
import {
  keysBetween,
  lastNumberOf,
  openPiece,
  type Piece,
  roundStores,
  sealPiece,
} from './piece.ts';
import { type Reading, take } from './read-pieces.ts';

/** Single rounds among which a bundle's worth is no longer among the latest. */
const enough = 2 * roundsInBundle;
/** Chromium lays what is longer than 65,536 bytes into files of their own. */
const mostBytes = 60_000;
/** Bundles that are made after one round: a day's worth of rounds several times over. */
const mostAtOnce = 32;

/**
 * Puts rounds that have a record of their own into bundles, the oldest first, until few are left, or for now enough is
 * done.
 * @param open asked between two transactions, as the keys may change
 * @param isStopped asked between two transactions
 */
export async function bundleRounds(
  open: () => Promise<History>,
  isStopped: () => boolean = () => false,
): Promise<void> {
  for (let bundles = 0; bundles < mostAtOnce; bundles += 1) {
    const { database, seal } = await open();
    // What moves to another key does so record by record.
    if (isStopped() || seal === null || seal.isMoving) return;
    if (!(await bundleSome({ database, seal }))) return;
  }
}

/** False where there is nothing to be done. */
async function bundleSome(history: WritableHistory): Promise<boolean> {
  const { database, seal } = history;
  // After most rounds they are too few, and nothing else need be read.
  if ((await singlesOf(database.transaction(roundStores))) === null) return false;
  const place = await readPlace(history);
  if (place.isUnreadable) return false;
  const compress = await createCompressing(history);
  const opened: { piece: Piece; rounds: Packed[] }[] = [];
  let bytes = 0;
  for (const piece of await oldestSingles(database)) {
    const rounds = (await openPiece(seal, piece))?.map(compress.round);
    if (rounds === undefined) continue;
    bytes += rounds.reduce((sum, { packed }) => sum + packed.length, 0);
    if (bytes > mostBytes && opened.length > 0) break;
    opened.push({ piece, rounds });
  }
  if (opened.length === 0) return false;
  const bundle = await sealPiece(
    seal,
    'sealedBundles',
    opened.flatMap(({ rounds }) => rounds),
  );
  const changes = {
    writes: [bundle, ...(await compress.dictionaries()), await sealIndex(seal, place.index)],
    deleted: opened.map(({ piece }) => piece),
  };
  const transaction = database.transaction(sealedStores, 'readwrite');
  await allOrNothing(transaction, async () => {
    if (await isStillAt(transaction, place)) await makeChanges(transaction, changes);
  });
  return true;
}

/** Of the rounds beyond the last bundle; none where they are not enough. */
async function oldestSingles(database: HistoryDatabase): Promise<Piece[]> {
  const transaction = database.transaction(roundStores);
  const range = await singlesOf(transaction);
  if (range === null) return [];
  return take(transaction, 'sealedRounds', { range, from: 'oldest', limit: roundsInBundle });
}

/** The keys of the rounds beyond the last bundle; null where they are not enough. */
async function singlesOf(transaction: Reading): Promise<IDBKeyRange | null> {
  const last = await transaction.objectStore('sealedBundles').openKeyCursor(null, 'prev');
  const end = last && lastNumberOf({ store: 'sealedBundles', key: last.primaryKey });
  const range = keysBetween('sealedRounds', end ?? -Infinity, Infinity);
  const count = await transaction.objectStore('sealedRounds').count(range);
  return count < enough ? null : range;
}
