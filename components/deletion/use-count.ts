import type { Deletion, Period } from '../../lib/model/deletion.ts';
import { notesWithin } from '../../lib/model/note.ts';
import type { Round } from '../../lib/model/round.ts';
import type { HistoryQueries } from '../../lib/view/page/history-queries.ts';
import { useLoaded } from '../loading/use-loaded.ts';

/** What it takes to delete a part of the history. */
export interface PartProps {
  queries: HistoryQueries;
  /** Others where the history has changed. */
  rounds: readonly Round[];
  onDeletePart: (part: Deletion) => void;
}

/** How many checks a part has; null until it is counted, and without a part. */
export function useCount(
  { queries, rounds }: Pick<PartProps, 'queries' | 'rounds'>,
  part: Period | { service: string } | null,
): number | null {
  const key = JSON.stringify(part);
  const { value } = useLoaded(
    async () => ({ key, count: part && (await queries.countRounds(part)) }),
    [key, queries, rounds],
  );
  return value?.key === key ? value.count : null;
}

/** How many of the person's notes are of a period. */
export function useNoteCount(
  { queries, rounds }: Pick<PartProps, 'queries' | 'rounds'>,
  period: Period | null,
): number {
  const { value: notes = [] } = useLoaded(queries.readNotes, [queries, rounds]);
  return period === null ? 0 : notesWithin(notes, period).length;
}
