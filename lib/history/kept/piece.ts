import type { Seal, Sealed } from '../seal.ts';
import { type Packed, packBundle, unpackBundle } from './bundle.ts';

/** The stores that hold rounds: those that await a bundle, and bundles. */
export const roundStores = ['sealedRounds', 'sealedBundles'] as const;

export type RoundStore = (typeof roundStores)[number];

/** A record that holds one round or several. */
export interface Piece {
  store: RoundStore;
  key: number;
  record: Sealed;
}

/**
 * A single round's key is its number. A bundle's is that of its last round, times this, plus how many others it has: so
 * neither has to be opened to know where it stands, and how many there are.
 */
const keysOfNumber = { sealedRounds: 1, sealedBundles: 64 };

/** Number of the last round of a record. */
export function lastNumberOf({ store, key }: Pick<Piece, 'store' | 'key'>): number {
  return Math.floor(key / keysOfNumber[store]);
}

/** How many rounds the bundle of a key has. */
export function countOf(key: number): number {
  return key - lastNumberOf({ store: 'sealedBundles', key }) * keysOfNumber.sealedBundles + 1;
}

/** The keys of those whose last round's number is greater than one number and less than another. */
export function keysBetween(store: RoundStore, above: number, below: number): IDBKeyRange {
  const keys = keysOfNumber[store];
  return IDBKeyRange.bound(above * keys + keys - 1, below * keys, true, true);
}

/** Undefined where it is under another key, or damaged. */
export async function openPiece(
  seal: Seal,
  { store, key, record }: Piece,
): Promise<Packed[] | undefined> {
  const bytes = await seal.openBytes(record);
  if (bytes === undefined) return undefined;
  return store === 'sealedBundles' ? unpackBundle(bytes) : [{ number: key, packed: bytes }];
}

/** Some rounds, at least one, as a record of such a store. */
export async function sealPiece(
  seal: Seal,
  store: RoundStore,
  rounds: readonly Packed[],
): Promise<Piece> {
  const last = rounds.at(-1) as Packed;
  const isBundle = store === 'sealedBundles';
  const bytes = isBundle ? packBundle(rounds) : last.packed;
  const others = isBundle ? rounds.length - 1 : 0;
  const key = last.number * keysOfNumber[store] + others;
  return { store, key, record: await seal.closeBytes(bytes) };
}
