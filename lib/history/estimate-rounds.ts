import { countKept } from './kept/size.ts';
import { walkRounds } from './kept/walk.ts';
import type { History } from './open.ts';
import type { RoundSelection } from './select-rounds.ts';

/** About how many rounds a period has, from their number and the times of the first and the last. */
export async function estimateRounds(
  history: History,
  { from, to }: Pick<RoundSelection, 'from' | 'to'>,
): Promise<number> {
  const count = await countKept(history.database);
  if (from === undefined && to === undefined) return count;
  const first = await startOf(history, 'oldest');
  const last = await startOf(history, 'newest');
  if (first === null || last === null || last <= first) return count;
  const begin = from === undefined ? first : Math.max(first, Date.parse(from));
  const end = to === undefined ? last : Math.min(last, Date.parse(to));
  return Math.round(count * Math.max(0, (end - begin) / (last - first)));
}

async function startOf(history: History, from: 'oldest' | 'newest'): Promise<number | null> {
  for await (const { round } of walkRounds(history, { from, atOnce: 1 })) {
    return Date.parse(round.startedAt);
  }
  return null;
}
