import { describe, expect, it, vi } from 'vitest';
import type { Catalog, Echo, Service, Site } from '../../../../lib/catalog/schema.ts';
import type { JournalEntry } from '../../../../lib/model/journal.ts';
import type { Plan } from '../../../../lib/model/plan.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { asksRoute } from '../../../../lib/round/route/check-route.ts';
import type { RoutingTools } from '../../../../lib/round/route/route-tools.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { routingOf } from '../../../../lib/routing/infer.ts';
import type { RoutingObservation } from '../../../../lib/routing/observation.ts';
import { aCatalog, aService, aTarget } from '../../../helpers/catalog.ts';
import { at } from '../../../helpers/clock.ts';
import { aFailedObservation, bytesOf } from '../../../helpers/observations.ts';
import { aRoundWorld, type Respond } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

function anEchoSite(id: string, group: Echo['group'] = 'foreign'): Echo {
  const reads = {
    format: 'json',
    address: 'ip',
    country: 'country',
    asn: 'asn',
    hosting: 'hosting',
    warp: 'warp',
  } as const;
  return { id, group, url: `https://${id}.example/ip`, reads };
}

function aSite(id: string): Site {
  return { id, url: `https://${id}.example/` };
}

const catalog = aCatalog({
  echoes: [
    ...['e1', 'e2', 'e3', 'e4', 'e5', 'e6'].map((id) => anEchoSite(id)),
    anEchoSite('d1', 'domestic'),
    anEchoSite('d2', 'domestic'),
  ],
  blockedCanaries: ['c1', 'c2', 'c3', 'c4'].map(aSite),
  homeOnlySites: ['h1', 'h2'].map(aSite),
});

const exitAddress = '95.24.1.2';
const told = (country = 'RU', ip = exitAddress) => ({
  body: bytesOf(JSON.stringify({ ip, country, asn: 'AS8402', hosting: false, warp: 'off' })),
});

type Answers = Record<string, Awaited<ReturnType<Respond>>>;

const abroad = { e1: told('NL'), e2: told('NL'), e3: told('NL') };

/** A direct line at home, unless given otherwise for single sites. */
function respondWith(answers: Answers): Respond {
  return ({ url }) => {
    const name = new URL(url).hostname.replace('.example', '');
    return answers[name] ?? (/^[ed]\d/.test(name) ? told() : {});
  };
}

const isWell = (id: string) => ({ id, answered: true, silentRounds: 0 });

function someTools(overrides: Partial<RoutingTools> = {}): RoutingTools {
  return {
    isWanted: async () => true,
    recordsExit: async () => false,
    statedHome: async () => null,
    comparesCalls: async () => false,
    surroundings: () => ({ timeZone: 'Europe/Moscow', languages: ['ru'] }),
    hasExitChanged: vi.fn(async () => null),
    hasLooked: async () => true,
    noteDetour: async () => undefined,
    sawDetour: async () => false,
    watchExit: async () => ({ hasMoved: false, consecutiveMoves: 0 }),
    readHealth: async () => ['h1', 'h2'].map(isWell),
    writeHealth: vi.fn(async () => undefined),
    ...overrides,
  };
}

interface Case {
  answers?: Answers;
  respond?: Respond;
  plan?: Partial<Plan>;
  tools?: Partial<RoutingTools>;
  isPermitted?: (url: string) => Promise<boolean>;
  service?: Service;
  blockedCanaries?: Catalog['blockedCanaries'];
}

async function run({
  answers = {},
  respond,
  plan = {},
  tools = {},
  isPermitted,
  service,
  blockedCanaries = catalog.blockedCanaries,
}: Case = {}) {
  const routing = someTools(tools);
  const world = aRoundWorld(respond ?? respondWith(answers), {
    routing,
    ...(isPermitted && { isPermitted }),
  });
  const journal: JournalEntry[] = [];
  const observed = await runRound({
    catalog: { ...catalog, blockedCanaries, ...(service && { services: [service] }) },
    record: emptyRecord(aPlan(plan)),
    signal: new AbortController().signal,
    tools: {
      ...world.tools,
      writeJournal: async (entry) => {
        journal.push(entry);
      },
    },
    onProgress: () => undefined,
  });
  const asked = world.probed
    .map((url) => new URL(url).hostname.replace('.example', ''))
    .filter((name) => /^[edch]\d/.test(name))
    .toSorted();
  return { world, observed, seen: observed.routing, asked, journal, routing };
}

const pulse: Partial<Plan> = {
  full: false,
  services: [{ id: 'chat', depth: 'sentinel', transfers: [] }],
};

describe('the route', () => {
  it('needs few landmarks if all agree, and repeats the first at the end', async () => {
    const { asked, seen } = await run();

    expect(asked).toEqual(['c1', 'c2', 'd1', 'e1', 'e1', 'e2']);
    expect(seen).toMatchObject({
      home: { country: 'RU' },
      timeZone: 'Europe/Moscow',
      languages: ['ru'],
      canariesOpen: [true, true],
      homeOnlyOpen: [],
      exitChanged: null,
      recordExit: false,
    });
    expect(seen?.echoes.map(({ id, exit }) => [id, exit])).toEqual([
      ['e1', 0],
      ['e2', 0],
      ['d1', 0],
    ]);
  });

  it('is only looked at in a pulse, by one echo that is well', async () => {
    const readHealth = async () => [{ id: 'e1', answered: true, silentRounds: 1 }, isWell('e2')];
    const { asked, seen } = await run({ plan: pulse, tools: { readHealth } });

    expect(asked).toEqual(['e2']);
    expect(seen).toBeNull();
  });

  it('is observed in a pulse that finds another exit', async () => {
    const watchExit = vi.fn(async () => ({ hasMoved: true, consecutiveMoves: 1 }));
    const { asked, seen } = await run({ plan: pulse, answers: abroad, tools: { watchExit } });

    expect(watchExit).toHaveBeenCalledExactlyOnceWith({ country: 'NL', asn: null });
    expect(asked).toEqual(expect.arrayContaining(['c1', 'e1', 'e2']));
    expect(seen?.echoes.map(({ country }) => country)).toContain('NL');
  });

  it('is observed in a pulse where no round has looked since the browser started', async () => {
    const { asked, seen } = await run({ plan: pulse, tools: { hasLooked: async () => false } });

    expect(asked).toEqual(['c1', 'c2', 'd1', 'e1', 'e1', 'e2']);
    expect(seen?.echoes.map(({ country }) => country)).toEqual(['RU', 'RU', 'RU']);
  });

  it.each([
    ['schedule', false, false],
    ['startup', false, false],
    ['schedule', true, true],
    ['manual', true, true],
    ['network-change', false, true],
    ['confirm', false, true],
  ] as const)('in a %s round, full: %s, is checked: %s', (trigger, full, expected) => {
    expect(asksRoute(aPlan({ trigger, full }))).toBe(expected);
  });

  it('is not checked if the person has turned it off', async () => {
    const { asked, seen } = await run({ tools: { isWanted: async () => false } });

    expect(asked).toEqual([]);
    expect(seen).toBeNull();
  });

  it.each([
    ['RU', 'RU', ['c1', 'c2']],
    ['RU', 'NL', ['c1', 'c2', 'h1', 'h2']],
  ])('with a home in %s and an exit in %s needs the sites %j', async (statedHome, from, sites) => {
    const answers = { e1: told(from), e2: told(from), d1: told(from) };
    const { asked, seen } = await run({ answers, tools: { statedHome: async () => statedHome } });

    expect(asked.filter((name) => /^[ch]/.test(name))).toEqual(sites);
    expect(seen).toMatchObject({ home: { country: 'RU' }, statedHome });
  });

  it('is not checked if foreign controls fail', async () => {
    const { asked, observed } = await run({ answers: { foreign: aFailedObservation() } });

    expect(observed.network.state).toBe('allowlist');
    expect(asked).toEqual([]);
  });

  it('uses no host without permission', async () => {
    const isPermitted = async (url: string) => !/\/\/(e1|c1|h1)\./.test(url);
    const { asked, seen } = await run({ isPermitted });

    expect(asked).not.toContain('e1');
    expect(seen?.canariesOpen).toEqual([true, true, true]);
  });

  it('queries more echoes if they disagree, but not all', async () => {
    const { asked, seen } = await run({ answers: { e1: told('NL') } });

    expect(asked.filter((name) => /^[ed]/.test(name))).toEqual([
      'd1',
      'e1',
      'e1',
      'e2',
      'e3',
      'e4',
      'e5',
    ]);
    expect(seen?.echoes).toHaveLength(6);
  });

  it('queries another domestic echo if the first is silent or reports the other address family', async () => {
    const silent = await run({ answers: { d1: aFailedObservation() } });
    const other = await run({ answers: { d1: told('RU', '2001:db8::1') } });

    expect(silent.asked).toContain('d2');
    expect(other.asked).toContain('d2');
    expect(other.seen?.echoes.map(({ exit }) => exit)).toEqual([0, 0, 1, 0]);
  });

  it('probes more canaries if the first ones differ', async () => {
    const { asked, seen } = await run({ answers: { c2: aFailedObservation() } });

    expect(asked).toEqual(expect.arrayContaining(['c1', 'c2', 'c3', 'c4']));
    expect(seen?.canariesOpen).toEqual([true, false, true, true]);
  });

  it('hears of a canary that nobody has seen answer only once it has opened here', async () => {
    const blockedCanaries = catalog.blockedCanaries.map((one) => ({
      ...one,
      candidate: true as const,
    }));
    const closed = { c1: aFailedObservation(), c2: aFailedObservation() };
    const [silent, known, open] = await Promise.all([
      run({ answers: closed, blockedCanaries }),
      run({
        answers: closed,
        blockedCanaries,
        tools: { readHealth: async () => ['c1', 'c2'].map(isWell) },
      }),
      run({ blockedCanaries }),
    ]);

    expect(silent.seen?.canariesOpen).toEqual([]);
    expect(known.seen?.canariesOpen).toEqual([false, false]);
    expect(open.seen?.canariesOpen).toEqual([true, true]);
  });

  it.each([
    ['a page', {}, [true]],
    ['a redirect', { httpStatus: 302 }, [true]],
    ['403', { httpStatus: 403 }, [false]],
    ['silence', aFailedObservation({ failure: 'generic_timeout_error' }), [false]],
    ['an untrusted certificate', aFailedObservation({ failure: 'ssl_unknown_authority' }), []],
    ['a server error', { httpStatus: 503 }, []],
    ['an invalid attempt', aFailedObservation({ valid: false }), []],
  ])('reads %s of a home-only site as %j', async (_case, answer, expected) => {
    const { seen } = await run({
      answers: { ...abroad, h1: answer, h2: aFailedObservation({ valid: false }) },
    });

    expect(seen?.homeOnlyOpen).toEqual(expected);
  });

  it('probes home-only sites if the exit is abroad', async () => {
    const { asked, seen } = await run({ answers: abroad });

    expect(asked).toEqual(['c1', 'c2', 'd1', 'e1', 'e1', 'e2', 'h1', 'h2']);
    expect(seen?.homeOnlyOpen).toEqual([true, true]);
  });

  it.each([
    ['gets through', {}, true],
    ['is cut off', aFailedObservation(), false],
  ])('reads a canary that %s from the targets, without probing it', async (_case, answer, open) => {
    const service = aService({
      targets: [
        aTarget(),
        aTarget({ id: 'chat/c1', role: 'api', urls: ['https://c1.example/api'] }),
      ],
    });
    const { world, seen } = await run({ answers: { c1: answer, c2: answer }, service });

    expect(world.probed).not.toContain('https://c1.example/');
    expect(seen?.canariesOpen).toEqual([open, open]);
  });

  it('ignores home-only sites if domestic controls fail the same way', async () => {
    const { seen } = await run({ answers: { ...abroad, domestic: aFailedObservation() } });

    expect(seen?.homeOnlyOpen).toEqual([]);
  });

  it('detects controls that answer at reserved addresses', async () => {
    const { seen } = await run({ answers: { foreign: { remoteIp: '198.18.0.9' } } });

    expect(seen?.fakeAddresses).toBe('reserved');
  });

  it('detects services of other operators at one address', async () => {
    const remoteIp = '203.0.114.7';
    const operators = ['A', 'B', 'C', 'D', 'E'];
    const services = operators.map((operator) =>
      aService({
        id: operator.toLowerCase(),
        operator,
        sentinel: `${operator}/web`,
        targets: [aTarget({ id: `${operator}/web`, urls: [`https://${operator}.example/`] })],
      }),
    );
    const others = respondWith({});
    const respond: Respond = (request) =>
      /\/\/[abc]\./i.test(request.url) ? { remoteIp } : others(request);
    const world = aRoundWorld(respond, { routing: someTools() });
    const { routing } = await runRound({
      catalog: { ...catalog, services },
      record: emptyRecord(
        aPlan({
          services: services.map(({ id }) => ({ id, depth: 'all' as const, transfers: [] })),
        }),
      ),
      signal: new AbortController().signal,
      tools: { ...world.tools, writeJournal: async () => undefined },
      onProgress: () => undefined,
    });

    expect(routing?.sharesAddress).toBe(true);
  });

  it('does not record the exit’s address', async () => {
    const { observed, journal, routing } = await run();

    expect(JSON.stringify({ observed, journal })).not.toContain(exitAddress);
    expect(JSON.stringify(vi.mocked(routing.hasExitChanged).mock.calls)).not.toContain(exitAddress);
    expect(routing.hasExitChanged).toHaveBeenCalledWith({ country: 'RU', asn: 8402 }, at(0));
  });

  it('records the line’s timings, and only the kind of a proxy', async () => {
    const slow = { protocol: 'h2', connectMs: 1, tlsMs: 50, reusedConnection: false };
    const answers = { c1: { ...slow, proxy: 'http' as const }, foreign: slow, domestic: slow };

    const { seen, observed, journal } = await run({ answers });

    expect(seen?.line).toEqual({ answers: [], endsNearby: [true, true, true], proxy: 'http' });
    const kept = { ...observed, routing: null, journal };
    expect(JSON.stringify(kept)).not.toContain('proxy');
  });

  it('is remembered as unknown where the echoes disagree', async () => {
    const answers = { e1: told('NL'), e2: told('DE') };
    const { seen, routing } = await run({ answers });

    expect(seen?.exitChanged).toBeNull();
    expect(routing.hasExitChanged).toHaveBeenCalledExactlyOnceWith(
      { country: null, asn: null },
      at(0),
    );
  });

  it('skips an echo that has never answered while others did', async () => {
    const dead = { id: 'e1', answered: false, silentRounds: 8 };
    const readHealth = async () => [dead, isWell('h1'), isWell('h2')];
    const { asked, routing } = await run({ tools: { readHealth } });

    expect(asked).toEqual(['c1', 'c2', 'd1', 'e2', 'e2', 'e3']);
    expect(vi.mocked(routing.writeHealth).mock.calls[0]?.[0]).toContainEqual({
      id: 'e2',
      answered: true,
      silentRounds: 0,
    });
  });

  it.each([
    ['a page', {}, { answered: true, silentRounds: 0 }],
    ['403', { httpStatus: 403 }, { answered: false, silentRounds: 1 }],
    [
      'an untrusted certificate',
      aFailedObservation({ failure: 'ssl_unknown_authority' }),
      { answered: false, silentRounds: 1 },
    ],
  ])('probes one home-only site at home to learn its health: %s', async (_case, h1, health) => {
    const readHealth = async () => [];
    const { asked, seen, routing } = await run({ answers: { h1 }, tools: { readHealth } });

    expect(asked).toEqual(['c1', 'c2', 'd1', 'e1', 'e1', 'e2', 'h1']);
    expect(seen?.homeOnlyOpen).toEqual([]);
    expect(vi.mocked(routing.writeHealth).mock.calls[0]?.[0]).toContainEqual({
      id: 'h1',
      ...health,
    });
  });

  it('learns nothing about a home-only site if domestic controls fail the same way', async () => {
    const answers = { domestic: aFailedObservation(), h1: aFailedObservation() };
    const { asked, routing } = await run({ answers, tools: { readHealth: async () => [] } });

    expect(asked).not.toContain('h1');
    const [[health] = []] = vi.mocked(routing.writeHealth).mock.calls;
    expect(health).not.toContainEqual(expect.objectContaining({ id: 'h1' }));
  });

  it.each<[string, Case]>([
    ['without permission', { isPermitted: async (url) => !url.includes('//h1') }],
    ['that another extension blocks', { answers: { h1: aFailedObservation({ valid: false }) } }],
  ])('learns nothing about a home-only site %s', async (_case, given) => {
    const { routing } = await run({ ...given, tools: { readHealth: async () => [] } });

    const [[health] = []] = vi.mocked(routing.writeHealth).mock.calls;
    expect(health).not.toContainEqual(expect.objectContaining({ id: 'h1' }));
  });

  it('neither probes nor counts a dead site', async () => {
    const dead = ['c1', 'h1'].map((id) => ({ id, answered: false, silentRounds: 8 }));
    const { asked, seen } = await run({
      answers: abroad,
      tools: { readHealth: async () => dead },
    });

    expect(asked).toEqual(['c2', 'c3', 'd1', 'e1', 'e1', 'e2', 'h2']);
    expect(seen).toMatchObject({ canariesOpen: [true, true], homeOnlyOpen: [true] });
  });

  it('considers a canary dead only if nearly all others open', async () => {
    const answers = { ...abroad, c1: aFailedObservation() };
    const { routing } = await run({ answers });

    const [[health] = []] = vi.mocked(routing.writeHealth).mock.calls;
    expect(health).toContainEqual({ id: 'c1', answered: false, silentRounds: 1 });
    expect(health).toContainEqual({ id: 'c4', answered: true, silentRounds: 0 });
  });

  it('does not fail the round if the browser’s storage fails', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const readHealth = () => Promise.reject(new Error('no storage'));

    const { observed, seen } = await run({ tools: { readHealth } });

    expect(seen).toBeNull();
    expect(observed.network.state).toBe('normal');
    expect(warn).toHaveBeenCalledOnce();
  });
});

/** The answers with a tunnel, and without. */
const through = respondWith({
  ...Object.fromEntries(
    ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'd1', 'd2'].map((id) => [id, inDataCentre()]),
  ),
  h1: { httpStatus: 403 },
  h2: { httpStatus: 403 },
});
const beside = respondWith(
  Object.fromEntries(['c1', 'c2', 'c3', 'c4'].map((id) => [id, aFailedObservation()])),
);

function inDataCentre() {
  const answer = { ip: '185.65.134.9', country: 'NL', asn: 'AS64500', hosting: true, warp: 'off' };
  return { body: bytesOf(JSON.stringify(answer)) };
}

/** The route changes after a number of requests, and the next request is cut off. */
function changing({ from, to, after }: { from: Respond; to: Respond; after: number }): Respond {
  let asked = 0;
  return (request) => {
    if (!/\/\/[edch]\d/.test(request.url)) return from(request);
    asked += 1;
    if (asked === after + 1) return aFailedObservation({ valid: false });
    return asked > after ? to(request) : from(request);
  };
}

describe.each([
  ['switched on', { from: beside, to: through }, 'vpn_likely', 4],
  ['switched off', { from: through, to: beside }, 'direct', 6],
] as const)('a tunnel that is %s in the middle of the look', (_case, change, verdict, last) => {
  it.each(Array.from({ length: last }, (_, index) => index + 1))(
    'after %i answers leaves no confident verdict on the old route',
    async (after) => {
      const { seen } = await run({ respond: changing({ ...change, after }) });

      const said = routingOf(seen as RoutingObservation, 0);
      const isSure = said.confidence !== 'low';
      expect(isSure ? said.verdict : verdict).toBe(verdict);
    },
  );

  it('counts as a change of exit', async () => {
    const { seen } = await run({ respond: changing({ ...change, after: last }) });

    expect(seen?.exitChanged).toBe(true);
  });
});
