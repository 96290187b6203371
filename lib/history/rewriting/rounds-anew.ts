import type { Round } from '../../model/round.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { type Changes, makeChanges } from '../changes.ts';
import {
  createDictionaries,
  type DictionaryRecord,
  dictionaryFrom,
  numberAnew,
} from '../codec/dictionaries.ts';
import { dictionaryOf, packRound, textOfRound, unpackRound } from '../codec/round-record.ts';
import { isStillAt, type Place, readPlace } from '../index/place.ts';
import { sealIndex } from '../index/store.ts';
import type { Packed } from '../kept/bundle.ts';
import { sealPiece } from '../kept/piece.ts';
import type { SealedTransaction } from '../put-all.ts';
import { isSameRecord } from '../same-record.ts';
import { sealedStores } from '../schema.ts';
import { indexedPlace } from './indexed-place.ts';
import type { Move } from './move.ts';
import { roundWithout } from './omissions.ts';
import { nextStretch, type Stretch } from './stretches.ts';

/**
 * Writes all rounds anew under the new key, compressed against new dictionaries: the old ones may hold what is left
 * out. Until nothing else is left: a writer that began before may still have used the old key.
 */
export async function writeRoundsAnew(move: Move): Promise<void> {
  while (!(await passThrough(move)));
}

/** Whether there was nothing to be written. */
async function passThrough(move: Move): Promise<boolean> {
  const begin = await indexedPlace(move.open);
  let place = begin;
  let isDone = true;
  let after: number | null = null;
  for (;;) {
    const stretch: Stretch | null = await nextStretch(move, after);
    if (stretch === null) return isDone && (await dropDictionaries(move, begin));
    if (stretch.left.length > 0) {
      isDone = false;
      const isWritten = await writeStretch(move, place, stretch);
      place = await readPlace(await move.open());
      if (!isWritten) continue;
    }
    after = stretch.last;
  }
}

/** False where another write came between. */
async function writeStretch(move: Move, place: Place, { left }: Stretch): Promise<boolean> {
  const { database } = await move.open();
  const changes: Changes = { writes: [], deleted: [] };
  const rewrite = await createRewriter(move, changes);
  for (const { piece, rounds } of left) {
    const after: Packed[] = [];
    for (const one of rounds) after.push(...(await rewrite(one)));
    const sealed = after.length === 0 ? null : await sealPiece(move.to, piece.store, after);
    if (sealed !== null) changes.writes.push(sealed);
    if (sealed?.key !== piece.key) changes.deleted.push(piece);
  }
  // Whoever records a round beside this compresses it against the old dictionary, and has to begin anew.
  changes.writes.push(await sealIndex(move.to, place.index));
  const transaction = database.transaction(sealedStores, 'readwrite');
  let isDone = false;
  await allOrNothing(transaction, async () => {
    isDone = (await isStillAt(transaction, place)) && (await isUntouched(transaction, left));
    if (isDone) await makeChanges(transaction, changes);
  });
  return isDone;
}

async function isUntouched(
  transaction: SealedTransaction,
  left: Stretch['left'],
): Promise<boolean> {
  const present = await Promise.all(
    left.map(({ piece: { store, key } }) => transaction.objectStore(store).get(key)),
  );
  return left.every(({ piece }, index) => isSameRecord(piece.record, present[index]));
}

/** Packs what is left of one round after the other; the first of a dictionary makes the new one. */
async function createRewriter(
  move: Move,
  changes: Changes,
): Promise<(one: Packed) => Promise<Packed[]>> {
  const history = await move.open();
  const found = createDictionaries(history.database, history.seal);
  const made = new Map<number, DictionaryRecord>();

  async function dictionaryWith(round: Round, old: DictionaryRecord): Promise<DictionaryRecord> {
    const number = numberAnew(old.number);
    // An earlier stretch may have been compressed against the same one.
    const known = made.get(number) ?? ((await found(number)) as DictionaryRecord | null);
    if (known !== null) return known;
    const dictionary = dictionaryFrom(round, { number, day: old.day }, [...made.values()].at(-1));
    made.set(number, dictionary);
    const record = await move.to.close(dictionary);
    changes.writes.push({ store: 'sealedDictionaries', key: number, record });
    return dictionary;
  }

  return async ({ number, packed }) => {
    const old = (await found(dictionaryOf(packed))) as DictionaryRecord | null;
    const round = leftOf(move, { number, packed }, old);
    if (round === null) return [];
    const dictionary = old && (await dictionaryWith(round, old));
    return [{ number, packed: packRound(textOfRound(round), dictionary) }];
  };
}

/** Null where nothing is left, or the record is damaged. */
function leftOf(
  { omissions, through }: Move,
  { number, packed }: Packed,
  dictionary: DictionaryRecord | null,
): Round | null {
  const applied = omissions.filter((one) => 'exits' in one || number <= (through ?? 0));
  try {
    return roundWithout(unpackRound(packed, dictionary), applied);
  } catch {
    return null;
  }
}

/** Deletes those under the old key, which no round needs any more. False where another write came between. */
async function dropDictionaries({ open, to }: Move, place: Place): Promise<boolean> {
  const { database } = await open();
  const old: number[] = [];
  for (const number of await database.getAllKeys('sealedDictionaries')) {
    const record = await database.get('sealedDictionaries', number);
    if (record && (await to.openBytes(record)) === undefined) old.push(number);
  }
  const transaction = database.transaction(sealedStores, 'readwrite');
  let isDone = false;
  await allOrNothing(transaction, async () => {
    isDone = await isStillAt(transaction, place);
    if (!isDone) return;
    for (const number of old) await transaction.objectStore('sealedDictionaries').delete(number);
  });
  return isDone;
}
