import type { History } from '../open.ts';
import type { RoundSelection } from '../select-rounds.ts';
import { matchingNumbers } from './matching-numbers.ts';

/** How many rounds of the index match, those included that went for want of room and live on in sums alone. */
export async function countRounds(history: History, selection: RoundSelection): Promise<number> {
  let count = 0;
  for await (const numbers of matchingNumbers(history, selection)) count += numbers.length;
  return count;
}
