import type { Round } from '../../model/round.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { type Changes, makeChanges } from '../changes.ts';
import {
  createDictionaries,
  type DictionaryRecord,
  dictionaryFrom,
  numberAnew,
} from '../codec/dictionaries.ts';
import { packRound, textOfRound, unpackRound } from '../codec/round-record.ts';
import { isStillAt, type Place, readPlace } from '../index/place.ts';
import { deletionOf, putOf, readIn } from '../kept/single.ts';
import type { SealedTransaction } from '../put-all.ts';
import { isSameRecord } from '../same-record.ts';
import { sealedStores } from '../schema.ts';
import { indexedPlace } from './indexed-place.ts';
import type { Move } from './move.ts';
import { roundWithout } from './omissions.ts';
import { nextStretch, type Stretch, type StretchRound } from './stretches.ts';

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
  let stretch = await nextStretch(move, null);
  let isDone = true;
  while (stretch !== null) {
    let after: number | null = stretch.last;
    if (!stretch.isMoved) {
      isDone = false;
      const before: number = (stretch.rounds[0]?.number ?? 1) - 1;
      if (!(await writeStretch(move, place, stretch))) after = before;
      place = await readPlace(await move.open());
    }
    stretch = await nextStretch(move, after);
  }
  return isDone && (await dropDictionaries(move, begin));
}

/** False where another write came between. */
async function writeStretch(move: Move, place: Place, stretch: Stretch): Promise<boolean> {
  const { database } = await move.open();
  const changes: Changes = { writes: [], deleted: [] };
  const rewrite = await createRewriter(move, stretch, changes);
  for (const round of stretch.rounds) await rewrite(round);
  // Whoever records a round beside this compresses it against the old dictionary, and has to begin anew.
  const index = await move.to.close(place.index);
  changes.writes.push({ store: 'sealedFacts', key: 'index', record: index });
  const transaction = database.transaction(sealedStores, 'readwrite');
  let isDone = false;
  await allOrNothing(transaction, async () => {
    isDone = (await isStillAt(transaction, place)) && (await isUntouched(transaction, stretch));
    if (isDone) await makeChanges(transaction, changes);
  });
  return isDone;
}

async function isUntouched(transaction: SealedTransaction, { rounds }: Stretch): Promise<boolean> {
  const numbers = rounds.map(({ number }) => number);
  const present = await readIn(transaction, numbers);
  return rounds.every(({ before }, index) => isSameRecord(before, present[index]));
}

/** Notes what becomes of one round after the other; the first that is left makes the dictionary. */
async function createRewriter(
  move: Move,
  stretch: Stretch,
  changes: Changes,
): Promise<(one: StretchRound) => Promise<void>> {
  const history = await move.open();
  const found = createDictionaries(history.database, history.seal);
  const old = (await found(stretch.dictionary)) as DictionaryRecord | null;
  // An earlier stretch may have been compressed against the same one.
  let made = old && ((await found(numberAnew(old.number))) as DictionaryRecord | null);

  async function dictionaryWith(round: Round): Promise<DictionaryRecord | null> {
    if (made !== null || old === null) return made;
    made = dictionaryFrom(round, { number: numberAnew(old.number), day: old.day });
    const record = await move.to.close(made);
    changes.writes.push({ store: 'sealedDictionaries', key: made.number, record });
    return made;
  }

  return async ({ number, packed }) => {
    const round = leftOf(move, { number, packed }, old);
    if (round === null) {
      changes.deleted.push(deletionOf(number));
      return;
    }
    const bytes = packRound(textOfRound(round), await dictionaryWith(round));
    const record = await move.to.closeBytes(bytes);
    changes.writes.push(putOf(number, record));
  };
}

/** Null where nothing is left, or the record is damaged. */
function leftOf(
  { omissions, through }: Move,
  { number, packed }: Pick<StretchRound, 'number' | 'packed'>,
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
