import { appendJournal, clearJournal, readJournal } from '../../history/journal.ts';
import type { History } from '../../history/open.ts';
import { lastFullAt, readStandings, recordRound } from '../../history/rounds.ts';
import { usualControlMs } from '../../history/usual-times.ts';
import { withAddressesInMemory } from '../../round/journal-addresses.ts';
import type { RoundStore } from '../../round/round-store.ts';
import { roundAddresses } from './round-addresses.ts';

/** The parts of the history that rounds need; addresses of the running round stay in memory. */
export function createRoundStore(history: () => Promise<History>): RoundStore {
  const onDisk: RoundStore = {
    readStandings: async () => readStandings(await history()),
    lastFullAt: async () => lastFullAt(await history()),
    usualControlMs: async () => usualControlMs(await history()),
    recordRound: async (finished) => recordRound(await history(), finished),
    appendJournal: async (entry) => appendJournal(await history(), entry),
    readJournal: async () => readJournal(await history()),
    clearJournal: async () => clearJournal(await history()),
  };
  return withAddressesInMemory(onDisk, roundAddresses);
}
