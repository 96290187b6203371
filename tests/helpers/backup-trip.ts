import * as fc from 'fast-check';
import * as v from 'valibot';
import { NoteSchema } from '../../lib/backup/schema/note.ts';
import { changeNotes } from '../../lib/history/notes.ts';
import { recordRound } from '../../lib/history/rounds.ts';
import type { Note } from '../../lib/model/note.ts';
import type { Round } from '../../lib/model/round.ts';
import { aHistory, backupOf, linesOf, removeHistory, restored } from './backups.ts';
import { putInBundles } from './bundles.ts';
import { at } from './clock.ts';
import { textOf } from './exports.ts';
import { allRounds } from './history.ts';
import { hostileHistory, hostileText } from './hostile-rounds.ts';
import { aStanding } from './rounds.ts';

/** A history, and how many of its first rounds had no room. */
export const anyHistory: fc.Arbitrary<AnyHistory> = fc.record({
  rounds: hostileHistory(4),
  gone: fc.nat({ max: 2 }),
  bundled: fc.nat({ max: 3 }),
  notes: fc
    .array(hostileText, { maxLength: 3 })
    .map((texts) =>
      texts
        .map((text, index): Note => ({ id: `note ${index}`, at: at(3_600 * index), text }))
        .filter((note) => v.is(NoteSchema, note)),
    ),
});

interface AnyHistory {
  rounds: Round[];
  gone: number;
  /** How many of those that are left are in a bundle. */
  bundled: number;
  notes: Note[];
}

export interface Trip {
  /** What is exported and backed up of a history. */
  before: string[];
  /** The same after it was deleted and restored. */
  after: string[];
}

let trips = 0;

/** Records a history, exports it, backs it up, deletes it, restores it, and exports and backs it up again. */
export async function takeTrip({ rounds, gone, bundled, notes }: AnyHistory): Promise<Trip> {
  trips += 1;
  const history = await aHistory(`trip-${trips}`);
  for (const round of rounds) {
    const standings = round.services.map(({ id, state }) => aStanding({ service: id, state }));
    await recordRound(history, { round, standings, full: rounds.length % 2 === 0 });
  }
  const numbers = await history.database.getAllKeys('sealedRounds');
  for (const number of numbers.slice(0, gone)) {
    await history.database.delete('sealedRounds', number);
  }
  await putInBundles(history, [bundled]);
  await changeNotes(
    async () => history,
    () => notes,
  );
  const file = await backupOf(history);
  const before = [...(await exportsOf(history)), ...(await linesOf(file))];
  await removeHistory(history);

  const again = await restored(file, `trip-${trips}`);
  const after = [...(await exportsOf(again)), ...(await linesOf(await backupOf(again)))];
  await removeHistory(again);
  return { before, after };
}

async function exportsOf(history: Parameters<typeof allRounds>[0]): Promise<string[]> {
  const rounds = await allRounds(history);
  const all = { routing: true, addresses: true };
  return [
    await textOf('jsonl', rounds, all),
    await textOf('csv', rounds, all),
    await textOf('verdicts', rounds, all),
    await textOf('changes', rounds, all),
  ];
}
