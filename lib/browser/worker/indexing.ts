import { indexRounds } from '../../history/index/index-rounds.ts';
import type { OwnHistory } from '../../history/own-history.ts';
import { createKeepAlive } from './keep-alive.ts';

/** Adds to the index what an earlier version recorded, or a dead worker has left. */
export interface Indexing {
  run(): Promise<void>;
  /** For good: the history is about to be deleted. */
  stop(): void;
}

export function createIndexing(history: OwnHistory): Indexing {
  let isStopped = false;
  return {
    async run() {
      const { database, seal } = await history.toRead();
      if (seal === null) return;
      const keepAlive = createKeepAlive();
      keepAlive.start();
      try {
        await indexRounds({ database, seal }, () => isStopped);
      } finally {
        keepAlive.stop();
      }
    },
    stop() {
      isStopped = true;
    },
  };
}
