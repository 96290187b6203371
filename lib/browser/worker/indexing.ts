import { indexRounds } from '../../history/index/index-rounds.ts';
import type { OwnHistory } from '../../history/own-history.ts';
import { createKeepAlive } from './keep-alive.ts';
import type { PendingWork } from './pending-work.ts';

export interface Indexing {
  /** For good: the history is about to be deleted. */
  stop(): void;
}

/** Begins to add to the index what an earlier version recorded, or a dead worker has left. */
export function beginIndexing(history: OwnHistory, work: PendingWork): Indexing {
  let isStopped = false;
  const keepAlive = createKeepAlive();

  async function run(): Promise<void> {
    const { database, seal } = await history.toRead();
    if (seal === null) return;
    keepAlive.start();
    await indexRounds({ database, seal }, () => isStopped);
  }

  work.add(run().finally(() => keepAlive.stop()));
  return {
    stop() {
      isStopped = true;
    },
  };
}
