import { changeFact } from '../../../history/change-fact.ts';
import { readFact } from '../../../history/facts.ts';
import type { OwnHistory } from '../../../history/own-history.ts';
import type { RoutingTools } from '../../../round/route/route-tools.ts';
import type { LandmarkHealth } from '../../../routing/health.ts';
import { betweenChanges } from '../../between-changes.ts';
import { storedItem } from '../../stored-item.ts';
import { rewriteStorage } from '../history/clear-storage.ts';

const plainName = 'landmarkHealth';

/** In clear text, where earlier versions kept it. */
const plain = storedItem<LandmarkHealth[]>('local', plainName);

/**
 * How landmarks fare, sealed among the facts of the history: which canaries have opened tells of a VPN. A history that
 * fails costs no look at the route.
 */
export function createHealthKeeper(
  history: Pick<OwnHistory, 'through' | 'toRead' | 'toWrite'>,
): Pick<RoutingTools, 'readHealth' | 'writeHealth'> {
  const change = (next: (before: LandmarkHealth[] | null) => LandmarkHealth[]) =>
    history.through(() => changeFact(() => history.toWrite(), 'landmarks', next));

  async function sealPlain(): Promise<void> {
    const kept = await plain.read();
    if (kept === null) return;
    await change((before) => before ?? kept);
    await betweenChanges(() => rewriteStorage([plainName]));
  }

  async function read(): Promise<LandmarkHealth[]> {
    await sealPlain();
    return history.through(
      async () => (await readFact<LandmarkHealth[]>(await history.toRead(), 'landmarks')) ?? [],
    );
  }

  return {
    readHealth: () => orElse(read(), []),
    writeHealth: (health) =>
      orElse(
        change(() => health).then(() => undefined),
        undefined,
      ),
  };
}

async function orElse<Value>(step: Promise<Value>, without: Value): Promise<Value> {
  try {
    return await step;
  } catch (error) {
    console.warn('How landmarks fare is neither read nor kept:', error);
    return without;
  }
}
