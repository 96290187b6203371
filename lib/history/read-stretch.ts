import type { HistoryStretch } from '../model/history-stretch.ts';
import type { Round } from '../model/round.ts';
import type { History } from './open.ts';
import { type RoundSelection, selectFrom } from './select-rounds.ts';
import { walkRounds } from './walk.ts';

const atOnce = 64;

/**
 * The selected ones among the next rounds, in the order of recording.
 * @param after `last` of the stretch before; null to begin
 */
export async function readStretch(
  history: History,
  after: number | null,
  selection: RoundSelection,
): Promise<HistoryStretch> {
  const total = await history.database.count('sealedRounds');
  const rounds: Round[] = [];
  let read = 0;
  for await (const { number, round } of walkRounds(history, {
    from: 'oldest',
    atOnce,
    beyond: after,
  })) {
    const selected = selectFrom(round, selection);
    if (selected !== null) rounds.push(selected);
    read += 1;
    if (read === atOnce) return { rounds, read, total, last: number };
  }
  return { rounds, read, total, last: null };
}
