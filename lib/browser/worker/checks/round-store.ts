import { readControlMemory } from '../../../history/control-memory.ts';
import { lastFullAt, readStandings } from '../../../history/facts.ts';
import { appendJournal, clearJournal, readJournal } from '../../../history/journal.ts';
import type { History, WritableHistory } from '../../../history/open.ts';
import type { OwnHistory } from '../../../history/own-history.ts';
import { type Recording, recordRound } from '../../../history/rounds.ts';
import { withoutExit } from '../../../history/without-exit.ts';
import { withJournalInMemory } from '../../../round/journal-memory.ts';
import type { RoundStore } from '../../../round/round-store.ts';
import { recordToSend } from '../upload/record-to-send.ts';
import { createRoundMemory } from './round-memory.ts';

/**
 * The parts of the history that rounds need; what the running round observes stays in memory.
 * @param recordsExit whether the exit's country and AS number may be kept
 */
export function createRoundStore(
  history: OwnHistory,
  recordsExit: () => Promise<boolean>,
): RoundStore {
  const read = <Result>(step: (from: History) => Promise<Result>) =>
    history.through(async () => step(await history.toRead()));
  const write = (step: (to: WritableHistory) => Promise<void>) =>
    history.through(async () => step(await history.toWrite()));
  const onDisk: RoundStore = {
    readStandings: () => read(readStandings),
    lastFullAt: () => read(lastFullAt),
    readControlMemory: () => read(readControlMemory),
    async recordRound(finished) {
      async function recording(): Promise<Recording> {
        const to = await history.toWrite();
        // The person may have unticked it while the round ran. Asked after the key: a later one comes after the untick.
        const round = (await recordsExit()) ? finished.round : withoutExit(finished.round);
        return { history: to, finished: { ...finished, round } };
      }
      await recordToSend(finished.round, () =>
        history.through(async () => {
          const first = await recording();
          await recordRound(first.history, first.finished, recording);
        }),
      );
    },
    appendJournal: (entries) => write((to) => appendJournal(to, entries)),
    readJournal: () => read(readJournal),
    clearJournal: () => read(clearJournal),
  };
  return withJournalInMemory(onDisk, createRoundMemory());
}
