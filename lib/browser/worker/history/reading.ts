import type { OwnHistory } from '../../../history/own-history.ts';
import { readStretch } from '../../../history/read-stretch.ts';
import { findRound, latestRound } from '../../../history/rounds.ts';
import type { HistoryStretch, StretchRequest } from '../../../model/history-stretch.ts';
import type { Round } from '../../../model/round.ts';
import { readLostRound } from '../../lost-round.ts';

/** Reads rounds of the history. */
export interface Reading {
  findRound: (id: string) => Promise<Round | null>;
  readStretch: (request: StretchRequest) => Promise<HistoryStretch>;
  /** The last round, though it could not be recorded; null if there is none. */
  latest: () => Promise<Round | null>;
}

export function createReading(history: OwnHistory): Reading {
  return {
    findRound: async (id) => findRound(await history.toRead(), id),
    readStretch: async (request) => readStretch(await history.toRead(), request),
    async latest() {
      const lost = await readLostRound();
      return lost?.round ?? history.through(async () => latestRound(await history.toRead()));
    },
  };
}
