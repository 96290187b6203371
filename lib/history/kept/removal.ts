import type { Changes } from '../changes.ts';
import type { WritableHistory } from '../open.ts';
import { deletionOf } from './single.ts';

/** What is to be changed so that rounds are gone. */
export async function removalOf(
  _history: WritableHistory,
  numbers: Iterable<number>,
): Promise<Changes> {
  return { writes: [], deleted: [...numbers].map(deletionOf) };
}
