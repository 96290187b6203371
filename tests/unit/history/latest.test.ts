import { describe, expect, it, vi } from 'vitest';
import { readLatest } from '../../../lib/history/latest.ts';
import { recordRound } from '../../../lib/history/rounds.ts';
import { at } from '../../helpers/clock.ts';
import { useHistory } from '../../helpers/history.ts';
import { aRound, aSignal } from '../../helpers/rounds.ts';

const open = useHistory();
const routing = { ...aRound().routing, signals: [aSignal()] };

async function record(...rounds: ReturnType<typeof aRound>[]) {
  const history = await open();
  for (const round of rounds) await recordRound(history, { round, standings: [], full: false });
  return history;
}

describe('what the popup shows', () => {
  it('is the latest round and the last look at the route', async () => {
    const pulse = aRound({ id: 'round-2', startedAt: at(900) });
    const history = await record(aRound({ routing }), pulse);

    expect(await readLatest(history)).toEqual({ round: pulse, route: { at: at(0), routing } });
  });

  it('is read at once, however many rounds there are', async () => {
    const history = await record(...[1, 2, 3].map((number) => aRound({ id: `${number}` })));
    const get = vi.spyOn(IDBObjectStore.prototype, 'get');
    const cursor = vi.spyOn(IDBObjectStore.prototype, 'openCursor');

    await readLatest(history);

    expect(get).toHaveBeenCalledOnce();
    expect(cursor).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('is nothing before the first round', async () => {
    expect(await readLatest(await open())).toEqual({ round: null, route: null });
  });

  it('is found where an earlier version wrote it', async () => {
    const history = await record(aRound({ routing }));
    await history.database.delete('sealedFacts', 'latest');

    expect(await readLatest(history)).toEqual({
      round: aRound({ routing }),
      route: { at: at(0), routing },
    });
  });
});
