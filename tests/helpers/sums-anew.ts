import { isDeepStrictEqual } from 'node:util';
import { addToDraft, newDraft } from '../../lib/history/index/draft.ts';
import type { DayRecord, MonthRecord, TransitionsRecord } from '../../lib/history/index/records.ts';
import type { Round } from '../../lib/model/round.ts';

/** What is kept of a history, in the order of recording. */
interface Kept {
  /** With their numbers. */
  rounds: readonly (readonly [number, Round])[];
  days: readonly DayRecord[];
  months: readonly MonthRecord[];
  transitions: readonly TransitionsRecord[];
}

/**
 * What sums and transitions tell otherwise than those of an index that is made anew of the rounds; none where they are
 * the same.
 */
export async function differencesIn({
  rounds,
  days,
  months,
  transitions,
}: Kept): Promise<string[]> {
  const anew = await makeAnew(rounds);
  const summaries = (some: Kept['days']) => some.flatMap((day) => day.rounds);
  const sums = (some: Kept['months']) =>
    some.flatMap((month) => month.days).map(({ day, rollups }) => ({ day, rollups }));
  const changes = (some: Kept['transitions']) =>
    some
      .flatMap((record) => record.transitions)
      .map(({ number, service, from, to }) => `${number} ${service} ${from} ${to}`)
      .toSorted();
  return [
    ...(rounds.length > 0 ? [] : ['no rounds to compare']),
    ...(isDeepStrictEqual(summaries(days), summaries(anew.days)) ? [] : ['days differ']),
    ...(isDeepStrictEqual(sums(months), sums(anew.months)) ? [] : ['sums of months differ']),
    ...(isDeepStrictEqual(changes(transitions), changes(anew.transitions))
      ? []
      : ['transitions differ']),
  ];
}

async function makeAnew(rounds: Kept['rounds']): Promise<Omit<Kept, 'rounds'>> {
  const known = new Map(rounds);
  const nothing = async () => undefined;
  const draft = newDraft({
    day: nothing,
    month: nothing,
    transitions: nothing,
    round: async (number) => known.get(number),
  });
  for (const [number, round] of rounds) await addToDraft(draft, number, round);
  return {
    days: [...draft.days.values()],
    months: [...draft.months.values()],
    transitions: [...draft.transitions.values()],
  };
}
