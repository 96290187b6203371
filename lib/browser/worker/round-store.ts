import { readControlMemory } from '../../history/control-memory.ts';
import { lastFullAt, readStandings } from '../../history/facts.ts';
import { appendJournal, clearJournal, readJournal } from '../../history/journal.ts';
import type { OwnHistory } from '../../history/own-history.ts';
import { recordRound } from '../../history/rounds.ts';
import { withoutExit } from '../../history/without-exit.ts';
import { withAddressesInMemory } from '../../round/journal-addresses.ts';
import type { RoundStore } from '../../round/round-store.ts';
import { roundAddresses } from './round-addresses.ts';

/**
 * The parts of the history that rounds need; addresses of the running round stay in memory.
 * @param recordsExit whether the exit's country and AS number may be kept
 */
export function createRoundStore(
  history: OwnHistory,
  recordsExit: () => Promise<boolean>,
): RoundStore {
  const onDisk: RoundStore = {
    readStandings: async () => readStandings(await history.toRead()),
    lastFullAt: async () => lastFullAt(await history.toRead()),
    readControlMemory: async () => readControlMemory(await history.toRead()),
    async recordRound(finished) {
      // The person may have unticked it while the round ran.
      const round = (await recordsExit()) ? finished.round : withoutExit(finished.round);
      await recordRound(await history.toWrite(), { ...finished, round });
    },
    appendJournal: async (entry) => appendJournal(await history.toWrite(), entry),
    readJournal: async () => readJournal(await history.toRead()),
    clearJournal: async () => clearJournal(await history.toRead()),
  };
  return withAddressesInMemory(onDisk, roundAddresses);
}
