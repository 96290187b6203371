import { indexRounds } from '../../../history/index/index-rounds.ts';
import { bundleRounds } from '../../../history/kept/bundling.ts';
import type { OwnHistory } from '../../../history/own-history.ts';
import { createKeepAlive } from '../keep-alive.ts';
import type { PendingWork } from '../pending-work.ts';

/**
 * Adds to the index what an earlier version recorded, or what a write beside another has left, and puts earlier rounds
 * into bundles.
 */
export interface Indexing {
  /** Does nothing while it is at it. */
  goOn(): void;
  /** For good: the history is about to be deleted. */
  stop(): void;
}

/** Begins with it. */
export function beginIndexing(history: OwnHistory, work: PendingWork): Indexing {
  let isStopped = false;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    const keepAlive = createKeepAlive();
    keepAlive.start();
    try {
      for (const step of [indexRounds, bundleRounds]) {
        await step(
          () => history.toRead(),
          () => isStopped,
        );
      }
    } finally {
      keepAlive.stop();
    }
  }

  function goOn(): void {
    if (running !== undefined) return;
    running = run().finally(() => {
      running = undefined;
    });
    work.add(running);
  }

  goOn();
  return {
    goOn,
    stop() {
      isStopped = true;
    },
  };
}
