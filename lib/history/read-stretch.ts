import type { HistoryStretch, StretchRequest } from '../model/history-stretch.ts';
import type { Round } from '../model/round.ts';
import { countKept } from './kept/size.ts';
import { walkRounds } from './kept/walk.ts';
import type { History } from './open.ts';
import { selectFrom } from './select-rounds.ts';
import { selectionOf } from './selection-of.ts';

const atOnce = 64;

/** The selected ones among the next rounds, in the order of recording. */
export async function readStretch(
  history: History,
  request: StretchRequest,
): Promise<HistoryStretch> {
  const selection = selectionOf(request);
  const total = await countKept(history.database);
  const rounds: Round[] = [];
  let read = 0;
  for await (const { number, round } of walkRounds(history, {
    from: 'oldest',
    atOnce,
    beyond: request.after,
  })) {
    const selected = selectFrom(round, selection);
    if (selected !== null) rounds.push(selected);
    read += 1;
    if (read === atOnce) return { rounds, read, total, last: number };
  }
  return { rounds, read, total, last: null };
}
