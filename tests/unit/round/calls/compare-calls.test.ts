import { expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../../../lib/model/journal.ts';
import type { CallExit } from '../../../../lib/model/route.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import type { RoutingTools } from '../../../../lib/round/route/route-tools.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCallControl, aCatalog, controlsOfThree } from '../../../helpers/catalog.ts';
import { aFailedObservation, bytesOf } from '../../../helpers/observations.ts';
import { aRoundWorld, type Respond } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const reads = { format: 'json', address: 'ip', country: 'country' } as const;
const addresses: Record<string, string> = {
  e1: '185.65.134.9',
  e2: '185.65.134.10',
  d1: '95.24.1.2',
};

const catalog = aCatalog({
  controls: controlsOfThree(),
  callControls: [
    aCallControl({ id: 'stun-one', url: 'stun:one.example:3478' }),
    aCallControl({ id: 'stun-two', url: 'stun:two.example:3478' }),
    aCallControl({ id: 'stun-home', url: 'stun:home.example:3478', group: 'calls-domestic' }),
  ],
  echoes: Object.keys(addresses).map((id) => ({
    id,
    group: id === 'd1' ? 'domestic' : 'foreign',
    url: `https://${id}.example/ip`,
    reads,
  })),
  // On the host of a service’s target, so that the route waits for the service’s attempts.
  blockedCanaries: [{ id: 'c1', url: 'https://chat.example/' }],
});

const answer: Respond = ({ url }) => {
  const ip = addresses[new URL(url).hostname.replace('.example', '')];
  return ip === undefined ? {} : { body: bytesOf(JSON.stringify({ ip, country: 'NL' })) };
};

interface Case {
  tools?: Partial<RoutingTools>;
  respond?: Respond;
  /** What each STUN server reports; omitted servers are silent. */
  told?: Record<string, CallExit>;
}

async function run({ tools, respond = answer, told = { one: 'different' } }: Case = {}) {
  const routing: RoutingTools = {
    isWanted: async () => true,
    recordsExit: async () => false,
    statedHome: async () => null,
    comparesCalls: async () => true,
    surroundings: () => ({ timeZone: 'Europe/Moscow', languages: ['ru'] }),
    hasExitChanged: async () => null,
    hasLooked: async () => true,
    noteDetour: async () => undefined,
    sawDetour: async () => false,
    watchExit: async () => ({ hasMoved: false, consecutiveMoves: 0 }),
    readHealth: async () => [],
    writeHealth: async () => undefined,
    ...tools,
  };
  const { tools: world } = aRoundWorld(respond, { routing });
  const compared: Record<string, readonly string[]> = {};
  const journal: JournalEntry[] = [];
  const observed = await runRound({
    catalog,
    record: emptyRecord(aPlan()),
    signal: new AbortController().signal,
    tools: {
      ...world,
      probeStun: async (request) => {
        const name = request.url.replace(/^stun:|\.example.*$/g, '');
        compared[name] = request.exits;
        const { attempt } = await world.probeStun(request);
        const callExit = told[name];
        return {
          attempt: { ...attempt, ok: callExit !== undefined },
          callExit: callExit ?? 'unknown',
        };
      },
      writeJournal: async (entry) => void journal.push(entry),
    },
    onProgress: () => undefined,
  });
  return { compared, observed, journal };
}

it('compares with the exits that foreign echoes reported, and keeps the result', async () => {
  const { compared, observed } = await run();

  expect(compared).toEqual({ one: [addresses.e1, addresses.e2] });
  expect(observed.routing?.callExit).toBe('different');
});

it('writes neither addresses nor the result to the journal', async () => {
  const { journal, observed } = await run();

  expect(journal.filter((one) => one.kind === 'control')).not.toEqual([]);
  expect(JSON.stringify(journal)).not.toMatch(/185\.65|95\.24|callExit|different/);
  expect(JSON.stringify({ ...observed, services: [] })).not.toMatch(/185\.65|95\.24/);
});

it('tries another server if the first is silent, and passes exits only to foreign servers', async () => {
  const { compared, observed } = await run({ told: { two: 'same', home: 'different' } });

  expect(compared).toMatchObject({ two: [addresses.e1, addresses.e2], home: [] });
  expect(observed.routing?.callExit).toBe('same');
});

it('has no result if all servers are silent', async () => {
  expect((await run({ told: {} })).observed.routing?.callExit).toBe('unknown');
});

it.each<[string, Partial<RoutingTools>]>([
  ['the comparison is off', { comparesCalls: async () => false }],
  ['the route is not checked', { isWanted: async () => false }],
])('passes no exits to compare if %s', async (_why, tools) => {
  const { compared, observed } = await run({ tools });

  expect(compared).toEqual({ one: [] });
  expect(observed.routing?.callExit ?? 'unknown').toBe('unknown');
});

it('checks calls even if the check of the route fails', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const { compared, observed } = await run({
    tools: { readHealth: () => Promise.reject(new Error('a full disk')) },
  });

  expect(compared).toEqual({ one: [] });
  expect(observed.routing).toBeNull();
  expect(warn).toHaveBeenCalledOnce();
  warn.mockRestore();
});

it('passes no exits if no echo answers', async () => {
  const { compared } = await run({
    respond: (request) => (request.url.endsWith('/ip') ? aFailedObservation() : {}),
  });

  expect(compared).toEqual({ one: [] });
});
