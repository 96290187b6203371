import type { RoundProgress } from '../../model/progress.ts';
import type { PageSources } from './page-sources.ts';
import type { PageState } from './page-state.ts';

/** The progress of a round, of which a page hears in two ways that cross: it asks the worker, and the worker tells. */
export interface PageProgress {
  /** The worker has told of a progress, or of its end. */
  told: () => void;
  /**
   * Asks the worker. Without the progress where the worker told of one since: its answer may be older. Nothing may
   * be awaited between it and the change of the state.
   */
  ask: () => Promise<Pick<PageState, 'progress'> | Record<string, never>>;
}

export function createPageProgress({
  readProgress,
}: Pick<PageSources, 'readProgress'>): PageProgress {
  let timesTold = 0;
  return {
    told() {
      timesTold += 1;
    },
    async ask() {
      const before = timesTold;
      const progress = runningPart(await readProgress());
      return timesTold === before ? { progress } : {};
    },
  };
}

/** A round whose states are recorded is over for a person, though its labels may still deepen. */
function runningPart(progress: RoundProgress | null): RoundProgress | null {
  return progress?.judged === true ? null : progress;
}
