import { describe, expect, it, vi } from 'vitest';
import type { Echo, Service, Site } from '../../../../lib/catalog/schema.ts';
import type { JournalEntry } from '../../../../lib/model/journal.ts';
import type { Plan } from '../../../../lib/model/plan.ts';
import { emptyRecord } from '../../../../lib/round/journal.ts';
import { asksRouting } from '../../../../lib/round/route/check-route.ts';
import type { RoutingTools } from '../../../../lib/round/route/route-tools.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { routingOf } from '../../../../lib/routing/infer.ts';
import type { RoutingObservation } from '../../../../lib/routing/observation.ts';
import { aCatalog, aService, aTarget } from '../../../helpers/catalog.ts';
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

/** All well at home, but for what is said of single sites. */
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
}

async function run({
  answers = {},
  respond,
  plan = {},
  tools = {},
  isPermitted,
  service,
}: Case = {}) {
  const routing = someTools(tools);
  const world = aRoundWorld(respond ?? respondWith(answers), {
    routing,
    ...(isPermitted && { isPermitted }),
  });
  const journal: JournalEntry[] = [];
  const observed = await runRound({
    catalog: service === undefined ? catalog : { ...catalog, services: [service] },
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
  services: [{ id: 'chat', depth: 'sentinel', transfers: false }],
};

describe('the route', () => {
  it('is asked of a few where all agree, of the first once more at the end', async () => {
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

  it('is not asked in a pulse', async () => {
    const { asked, seen } = await run({ plan: pulse });

    expect(asked).toEqual([]);
    expect(seen).toBeNull();
  });

  it.each([
    ['schedule', false, false],
    ['startup', false, false],
    ['schedule', true, true],
    ['manual', true, true],
    ['network-change', false, true],
    ['confirm', false, true],
  ] as const)('of a %s round, full: %s, is asked: %s', (trigger, full, expected) => {
    expect(asksRouting(aPlan({ trigger, full }))).toBe(expected);
  });

  it('is not asked where nobody wants it', async () => {
    const { asked, seen } = await run({ tools: { isWanted: async () => false } });

    expect(asked).toEqual([]);
    expect(seen).toBeNull();
  });

  it.each([
    ['RU', 'RU', ['c1', 'c2']],
    ['RU', 'NL', ['c1', 'c2', 'h1', 'h2']],
    ['KZ', 'RU', []],
    ['KZ', 'NL', []],
  ])(
    'with a home in %s, seen from %s, is asked of the sites %j',
    async (statedHome, from, sites) => {
      const answers = { e1: told(from), e2: told(from), d1: told(from) };
      const { asked, seen } = await run({ answers, tools: { statedHome: async () => statedHome } });

      expect(asked.filter((name) => /^[ch]/.test(name))).toEqual(sites);
      expect(seen).toMatchObject({ home: { country: 'RU' }, statedHome });
    },
  );

  it('is not asked where foreign sites do not open', async () => {
    const { asked, observed } = await run({ answers: { foreign: aFailedObservation() } });

    expect(observed.network.state).toBe('allowlist');
    expect(asked).toEqual([]);
  });

  it('is asked of no host that the browser does not permit', async () => {
    const isPermitted = async (url: string) => !/\/\/(e1|c1|h1)\./.test(url);
    const { asked, seen } = await run({ isPermitted });

    expect(asked).not.toContain('e1');
    expect(seen?.canariesOpen).toEqual([true, true, true]);
  });

  it('is asked of more echoes where they disagree, but not of all', async () => {
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

  it('is asked of another domestic echo where the first is silent, or speaks of the other family', async () => {
    const silent = await run({ answers: { d1: aFailedObservation() } });
    const other = await run({ answers: { d1: told('RU', '2001:db8::1') } });

    expect(silent.asked).toContain('d2');
    expect(other.asked).toContain('d2');
    expect(other.seen?.echoes.map(({ exit }) => exit)).toEqual([0, 0, 1, 0]);
  });

  it('is asked of more canaries where the first differ', async () => {
    const { asked, seen } = await run({ answers: { c2: aFailedObservation() } });

    expect(asked).toEqual(expect.arrayContaining(['c1', 'c2', 'c3', 'c4']));
    expect(seen?.canariesOpen).toEqual([true, false, true, true]);
  });

  it.each([
    ['a page', {}, [true]],
    ['a redirect', { httpStatus: 302 }, [true]],
    ['403', { httpStatus: 403 }, [false]],
    ['silence', aFailedObservation({ failure: 'generic_timeout_error' }), [false]],
    ['a certificate nobody knows', aFailedObservation({ failure: 'ssl_unknown_authority' }), []],
    ['a fault of its own', { httpStatus: 503 }, []],
    ['nothing valid', aFailedObservation({ valid: false }), []],
  ])('takes %s of a home-only site for %j', async (_case, answer, expected) => {
    const { seen } = await run({
      answers: { ...abroad, h1: answer, h2: aFailedObservation({ valid: false }) },
    });

    expect(seen?.homeOnlyOpen).toEqual(expected);
  });

  it('asks home-only sites where the exit is abroad', async () => {
    const { asked, seen } = await run({ answers: abroad });

    expect(asked).toEqual(['c1', 'c2', 'd1', 'e1', 'e1', 'e2', 'h1', 'h2']);
    expect(seen?.homeOnlyOpen).toEqual([true, true]);
  });

  it.each([
    ['gets through', {}, true],
    ['is cut off', aFailedObservation(), false],
  ])('knows a canary that %s from the targets, without asking it', async (_case, answer, open) => {
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

  it('has no use for home-only sites where domestic ones fail alike', async () => {
    const { seen } = await run({ answers: { ...abroad, domestic: aFailedObservation() } });

    expect(seen?.homeOnlyOpen).toEqual([]);
  });

  it('shows where the controls answer at addresses that are not theirs', async () => {
    const { seen } = await run({ answers: { foreign: { remoteIp: '198.18.0.9' } } });

    expect(seen?.fakeAddresses).toBe('reserved');
  });

  it('keeps the exit’s address to itself', async () => {
    const { observed, journal, routing } = await run();

    expect(JSON.stringify({ observed, journal })).not.toContain(exitAddress);
    expect(JSON.stringify(vi.mocked(routing.hasExitChanged).mock.calls)).not.toContain(exitAddress);
    expect(routing.hasExitChanged).toHaveBeenCalledWith({ country: 'RU', asn: 8402 });
  });

  it('keeps what the requests tell of the line, and of a proxy its kind alone', async () => {
    const slow = { protocol: 'h2', connectMs: 1, tlsMs: 50, reusedConnection: false };
    const answers = { c1: { ...slow, proxy: 'http' as const }, foreign: slow, domestic: slow };

    const { seen, observed, journal } = await run({ answers });

    expect(seen?.line).toEqual({ answers: [], endsNearby: [true, true, true], proxy: 'http' });
    const kept = { ...observed, routing: null, journal };
    expect(JSON.stringify(kept)).not.toContain('proxy');
  });

  it('is compared with the last one only where the echoes agree', async () => {
    const answers = { e1: told('NL'), e2: told('DE') };
    const { seen, routing } = await run({ answers });

    expect(seen?.exitChanged).toBeNull();
    expect(routing.hasExitChanged).not.toHaveBeenCalled();
  });

  it('is asked of the next echo where one never answered while others did', async () => {
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
      'a certificate nobody knows',
      aFailedObservation({ failure: 'ssl_unknown_authority' }),
      { answered: false, silentRounds: 1 },
    ],
  ])('asks one home-only site at home, to see whether it lives: %s', async (_case, h1, health) => {
    const readHealth = async () => [];
    const { asked, seen, routing } = await run({ answers: { h1 }, tools: { readHealth } });

    expect(asked).toEqual(['c1', 'c2', 'd1', 'e1', 'e1', 'e2', 'h1']);
    expect(seen?.homeOnlyOpen).toEqual([]);
    expect(vi.mocked(routing.writeHealth).mock.calls[0]?.[0]).toContainEqual({
      id: 'h1',
      ...health,
    });
  });

  it('learns nothing of a home-only site where domestic ones fail alike', async () => {
    const answers = { domestic: aFailedObservation(), h1: aFailedObservation() };
    const { asked, routing } = await run({ answers, tools: { readHealth: async () => [] } });

    expect(asked).not.toContain('h1');
    const [[health] = []] = vi.mocked(routing.writeHealth).mock.calls;
    expect(health).not.toContainEqual(expect.objectContaining({ id: 'h1' }));
  });

  it.each<[string, Case]>([
    ['that may not be asked', { isPermitted: async (url) => !url.includes('//h1') }],
    ['that another extension blocks', { answers: { h1: aFailedObservation({ valid: false }) } }],
  ])('learns nothing of a home-only site %s', async (_case, given) => {
    const { routing } = await run({ ...given, tools: { readHealth: async () => [] } });

    const [[health] = []] = vi.mocked(routing.writeHealth).mock.calls;
    expect(health).not.toContainEqual(expect.objectContaining({ id: 'h1' }));
  });

  it('asks no site that is dead, and counts it for nothing', async () => {
    const dead = ['c1', 'h1'].map((id) => ({ id, answered: false, silentRounds: 8 }));
    const { asked, seen } = await run({
      answers: abroad,
      tools: { readHealth: async () => dead },
    });

    expect(asked).toEqual(['c2', 'c3', 'd1', 'e1', 'e1', 'e2', 'h2']);
    expect(seen).toMatchObject({ canariesOpen: [true, true], homeOnlyOpen: [true] });
  });

  it('takes a canary for dead only where nearly all others open', async () => {
    const answers = { ...abroad, c1: aFailedObservation() };
    const { routing } = await run({ answers });

    const [[health] = []] = vi.mocked(routing.writeHealth).mock.calls;
    expect(health).toContainEqual({ id: 'c1', answered: false, silentRounds: 1 });
    expect(health).toContainEqual({ id: 'c4', answered: true, silentRounds: 0 });
  });

  it('costs no round where the browser cannot remember', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const readHealth = () => Promise.reject(new Error('no storage'));

    const { observed, seen } = await run({ tools: { readHealth } });

    expect(seen).toBeNull();
    expect(observed.network.state).toBe('normal');
    expect(warn).toHaveBeenCalledOnce();
  });
});

/** What the look at the route meets with a tunnel, and without. */
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

/** The way changes once so much was asked of it, and what is asked next breaks off. */
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
    'after %i answers makes the round sure of nothing that is over',
    async (after) => {
      const { seen } = await run({ respond: changing({ ...change, after }) });

      const said = routingOf(seen as RoutingObservation, 0);
      const isSure = said.confidence !== 'low';
      expect(isSure ? said.verdict : verdict).toBe(verdict);
    },
  );

  it('is a change of exit', async () => {
    const { seen } = await run({ respond: changing({ ...change, after: last }) });

    expect(seen?.exitChanged).toBe(true);
  });
});
