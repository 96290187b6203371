import type { Changes } from '../changes.ts';
import type { SealedTransaction, Write } from '../put-all.ts';
import type { Sealed } from '../seal.ts';

/** A round's write, over the one that has its number. */
export function putOf(number: number, record: Sealed): Write {
  return { store: 'sealedRounds', key: number, record };
}

/** The deletion of a round that has a record of its own. */
export function deletionOf(number: number): Changes['deleted'][number] {
  return { store: 'sealedRounds', key: number };
}

/** The records of such rounds, in the order of their numbers. */
export function readIn(
  transaction: SealedTransaction,
  numbers: readonly number[],
): Promise<(Sealed | undefined)[]> {
  const store = transaction.objectStore('sealedRounds');
  return Promise.all(numbers.map((number) => store.get(number)));
}
