import type { Write } from '../put-all.ts';
import type { Sealed } from '../seal.ts';

/** A round's write, over the one that has its number. */
export function putOf(number: number, record: Sealed): Write {
  return { store: 'sealedRounds', key: number, record };
}
