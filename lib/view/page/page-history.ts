import type { LostRound } from '../../model/lost-round.ts';
import type { Round } from '../../model/round.ts';
import type { PageSources } from './page-sources.ts';
import type { StateHolder } from './page-state.ts';

/** The part of a page's state that comes of the history. */
export interface PageHistory {
  read: () => Promise<void>;
  /** Shows the last check where it could not be saved; has a history looked into that cannot be read. */
  follow: () => Promise<void>;
}

export function createPageHistory(
  sources: PageSources,
  { state, change, attempt }: StateHolder,
): PageHistory {
  let recorded: Round[] = [];
  let lost: LostRound | null = null;

  function read() {
    return attempt('history', async () => {
      const [{ rounds, route, isDeleting = false }] = await Promise.all([
        sources.readHistory(),
        readSetAside(),
      ]);
      recorded = rounds;
      return { rounds: withLost(recorded, lost), route, isDeleting };
    });
  }

  /** Apart from the rest, which may not be readable. */
  async function readSetAside() {
    const setAside = await sources.readSetAside();
    if (setAside.length !== state.peek().setAside.length) change({ setAside });
  }

  return {
    read,
    async follow() {
      // The worker may have set it aside before this page could hear of that.
      if (state.peek().error === 'history') {
        await sources.mendHistory().then(read, console.error);
      }
      // The worker may have said it before this page listened.
      await readSetAside().catch(console.error);
      lost = await sources.readLostRound().catch(() => null);
      change({ rounds: withLost(recorded, lost) });
      const { error } = state.peek();
      // The full disk that lost the round also prevents reading the history.
      if (lost !== null && (error === null || error === 'history')) change({ error: 'unsaved' });
      if (lost === null && error === 'unsaved') change({ error: null });
    },
  };
}

/** A check that could not be saved is shown until the next one. */
function withLost(recorded: Round[], lost: LostRound | null): Round[] {
  const round = lost?.round ?? null;
  return round === null ? recorded : [round, ...recorded.filter(({ id }) => id !== round.id)];
}
