import { describe, expect, it, vi } from 'vitest';
import type { Echo } from '../../../../lib/catalog/schema.ts';
import type { HttpObservation } from '../../../../lib/observe/http.ts';
import type { HttpRequest } from '../../../../lib/probe/http.ts';
import { type WatchDependencies, watchRoute } from '../../../../lib/round/route/watch-route.ts';
import type { LandmarkHealth } from '../../../../lib/routing/health.ts';
import { anObservation, bytesOf } from '../../../helpers/observations.ts';

function anEchoSite(id: string, overrides: Partial<Echo> = {}): Echo {
  return {
    id,
    group: 'foreign',
    url: `https://${id}.example/ip`,
    reads: { format: 'lines', address: 'ip', country: 'loc' },
    ...overrides,
  };
}

const echoes = [
  anEchoSite('domestic', { group: 'domestic' }),
  anEchoSite('address-only', { reads: { format: 'lines', address: 'ip' } }),
  anEchoSite('one'),
  anEchoSite('two'),
];

const well = (id: string): LandmarkHealth => ({ id, answered: true, silentRounds: 0 });

interface Case {
  health?: LandmarkHealth[];
  seen?: Partial<HttpObservation>;
  watch?: { hasMoved: boolean; consecutiveMoves: number };
  isWanted?: boolean;
  overrides?: Partial<WatchDependencies>;
}

async function watchIn({ health, seen, watch, isWanted = true, overrides }: Case = {}) {
  const probe = vi.fn(async (_request: HttpRequest) =>
    anObservation({ httpStatus: 200, body: bytesOf('ip=185.65.134.9\nloc=NL\n'), ...seen }),
  );
  const watchExit = vi.fn(async () => watch ?? { hasMoved: false, consecutiveMoves: 0 });
  const watched = await watchRoute({
    catalog: { echoes, networks: [] },
    probe,
    isPermitted: async () => true,
    isOnline: () => true,
    savesData: () => false,
    routing: {
      isWanted: async () => isWanted,
      recordsExit: async () => false,
      statedHome: async () => null,
      comparesCalls: async () => false,
      surroundings: () => ({ timeZone: null, languages: [] }),
      hasExitChanged: async () => null,
      hasLooked: async () => true,
      noteDetour: async () => undefined,
      sawDetour: async () => false,
      watchExit,
      readHealth: async () => health ?? echoes.map(({ id }) => well(id)),
      writeHealth: async () => undefined,
    },
    ...overrides,
  });
  return { watched, watchExit, asked: probe.mock.calls.map(([{ url }]) => url) };
}

describe('the watch of the route', () => {
  it('queries one foreign echo for the country, and returns the result', async () => {
    const watch = { hasMoved: true, consecutiveMoves: 1 };
    const { watched, watchExit, asked } = await watchIn({ watch });

    expect(asked).toEqual(['https://one.example/ip']);
    expect(watchExit.mock.calls).toEqual([[{ country: 'NL', asn: null }]]);
    expect(watched.hasMoved).toBe(true);
    expect(watched.afterMinutes).toBeLessThan(1);
  });

  it('waits longer if the exit keeps moving', async () => {
    const { watched } = await watchIn({ watch: { hasMoved: true, consecutiveMoves: 4 } });

    expect(watched.afterMinutes).toBeGreaterThan(5);
  });

  it('makes no request, and is not repeated, if the person has turned it off', async () => {
    const { watched, asked } = await watchIn({ isWanted: false });

    expect(asked).toEqual([]);
    expect(watched).toEqual({ hasMoved: false, afterMinutes: null });
  });

  it.each<[string, Case]>([
    ['there is no network', { overrides: { isOnline: () => false } }],
    ['the person saves data', { overrides: { savesData: () => true } }],
    ['the browser does not permit it', { overrides: { isPermitted: async () => false } }],
    ['no round has queried an echo yet', { health: [] }],
    ['no echo has answered', { health: [{ id: 'one', answered: false, silentRounds: 1 }] }],
  ])('makes no request if %s, but is repeated', async (_why, given) => {
    const { watched, watchExit, asked } = await watchIn(given);

    expect(asked).toEqual([]);
    expect(watchExit).not.toHaveBeenCalled();
    expect(watched.afterMinutes).toBeLessThan(1);
  });

  it('queries the next echo if the first was silent lately', async () => {
    const health = [{ id: 'one', answered: true, silentRounds: 2 }, well('two')];

    expect((await watchIn({ health })).asked).toEqual(['https://two.example/ip']);
  });

  it.each([
    ['an error', { httpStatus: 503 }],
    ['a portal', { body: bytesOf('<html>') }],
    ['no country', { body: bytesOf('ip=185.65.134.9\nloc=XX\n') }],
  ])('draws no conclusion from %s', async (_what, seen) => {
    const { watched, watchExit } = await watchIn({ seen });

    expect(watchExit).not.toHaveBeenCalled();
    expect(watched.hasMoved).toBe(false);
  });
});
