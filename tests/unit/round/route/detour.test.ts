import { describe, expect, it } from 'vitest';
import type { Catalog, Echo } from '../../../../lib/catalog/schema.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { JournalEntry } from '../../../../lib/model/journal.ts';
import { emptyRecord, replayJournal } from '../../../../lib/round/round-record.ts';
import type { RoutingTools } from '../../../../lib/round/route/route-tools.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, aControl, aService, aTarget } from '../../../helpers/catalog.ts';
import { aFailedObservation, bytesOf } from '../../../helpers/observations.ts';
import { aRoundWorld, type Respond } from '../../../helpers/round-world.ts';
import { aPlan, someSoftware } from '../../../helpers/rounds.ts';

const reads = { format: 'json', address: 'ip', country: 'country' } as const;
const anEchoSite = (id: string, group: Echo['group'] = 'foreign'): Echo => ({
  id,
  group,
  url: `https://${id}.example/ip`,
  reads,
});

function aServiceOf(id: string, operatorCountry: string) {
  const target = aTarget({ id: `${id}/web`, urls: [`https://${id}.example/`] });
  return aService({ id, operatorCountry, sentinel: target.id, targets: [target] });
}

/** Everything of the home country has `home` in its name. */
const catalog = aCatalog({
  services: [aServiceOf('chat', 'US'), aServiceOf('home-chat', 'RU')],
  controls: [
    ...['one', 'two', 'three'].map((id) =>
      aControl({ id, operator: id, group: 'foreign', url: `https://${id}.example/` }),
    ),
    aControl({ id: 'home', group: 'domestic', url: 'https://home-control.example/' }),
  ],
  resolvers: [
    { id: 'trusted', url: 'https://trusted.example/dns-query', national: false },
    { id: 'national', url: 'https://home-resolver.example/dns-query', national: true },
  ],
  witnesses: ['fresh', 'other'].map((id) =>
    aControl({ id, operator: id, url: `https://${id}.example/`, pulse: false }),
  ),
  canaries: [{ name: 'canary.example' }],
  callControls: [
    { id: 'calls', group: 'calls-foreign', operator: 'One', url: 'stun:calls.example:3478' },
    {
      id: 'home-calls',
      group: 'calls-domestic',
      operator: 'Two',
      url: 'stun:home-calls.example:3478',
    },
  ],
  echoes: [anEchoSite('e1'), anEchoSite('e2'), anEchoSite('home-echo', 'domestic')],
  homeOnlySites: [{ id: 'home-only', url: 'https://home-only.example/' }],
});

/** Foreign STUN servers are silent, so that domestic ones come next. */
const exitIn = (country: string): Respond => {
  const body = bytesOf(JSON.stringify({ ip: '95.24.1.2', country }));
  return ({ url }) => {
    if (url.startsWith('stun:calls')) return aFailedObservation();
    return url.includes('/ip') ? { body, httpStatus: 200 } : {};
  };
};

const routing: RoutingTools = {
  isWanted: async () => true,
  recordsExit: async () => false,
  statedHome: async () => null,
  comparesCalls: async () => false,
  surroundings: () => ({ timeZone: 'Europe/Moscow', languages: ['ru'] }),
  hasExitChanged: async () => null,
  hasLooked: async () => true,
  noteDetour: async () => undefined,
  sawDetour: async () => false,
  watchExit: async () => ({ hasMoved: false, consecutiveMoves: 0 }),
  readHealth: async () => [],
  writeHealth: async () => undefined,
};

interface Case {
  respond?: Respond;
  always?: boolean;
  tools?: Partial<RoutingTools>;
  full?: boolean;
  record?: ReturnType<typeof emptyRecord>;
  home?: Catalog['home'];
}

async function run({
  respond = exitIn('RU'),
  always = false,
  tools,
  full = true,
  record,
  home = catalog.home,
}: Case) {
  const world = aRoundWorld(respond, {
    routing: { ...routing, ...tools },
    asksThroughDetour: async () => always,
  });
  const depth = full ? ('all' as const) : ('sentinel' as const);
  const services = ['chat', 'home-chat'].map((id) => ({ id, depth, transfers: [] }));
  const plan = aPlan({ full, trigger: 'schedule', services });
  const journal: JournalEntry[] = [{ kind: 'plan', plan }];
  const observed = await runRound({
    catalog: { ...catalog, home },
    record: record ?? emptyRecord(plan),
    signal: new AbortController().signal,
    tools: {
      ...world.tools,
      writeJournal: async (entry) => {
        journal.push(entry);
      },
    },
    onProgress: () => undefined,
  });
  const { round } = diagnoseRound({ ...observed, software: someSoftware }, new Map());
  const atHome = world.probed.filter((url) => url.includes('home'));
  const [, homeChat] = round.services;
  return { probed: world.probed, atHome, observed, round, homeChat, journal };
}

describe('while something speaks for a detour', () => {
  it.each([true, false])('no host of the home country is asked (full round: %s)', async (full) => {
    const { atHome, probed, round, homeChat } = await run({ respond: exitIn('NL'), full });

    expect(atHome).toEqual([]);
    expect(probed).toContain('https://chat.example/');
    expect(round.circumstances.homeSpared).toBe(true);
    expect(homeChat).toMatchObject({
      state: 'insufficient',
      reason: 'not-through-detour',
      targets: [{ state: 'insufficient', attempts: [] }],
    });
    expect(round.services[0]).toMatchObject({ state: 'ok' });
  });

  it.each([true, false])(
    'so it is where no echo service answers and the last look spoke for one (full round: %s)',
    async (full) => {
      const respond: Respond = ({ url }) => (url.includes('/ip') ? aFailedObservation() : {});

      const { atHome, homeChat } = await run({
        respond,
        full,
        tools: { sawDetour: async () => true },
      });

      expect(atHome).toEqual([]);
      expect(homeChat?.reason).toBe('not-through-detour');
    },
  );

  it('a pulse asks another echo service where one is silent', async () => {
    const abroad = exitIn('NL');
    const respond: Respond = (request) =>
      request.url.includes('e1.') ? aFailedObservation() : abroad(request);

    const { atHome, probed } = await run({ respond, full: false });

    expect(probed).toContain('https://e2.example/ip');
    expect(atHome).toEqual([]);
  });

  it.each([
    ['NL', true],
    ['RU', false],
  ])('what a look shows is remembered (exit in %s: %s)', async (country, isDetour) => {
    const noted: unknown[] = [];
    const noteDetour = async (...look: unknown[]) => void noted.push(look);

    const { observed } = await run({ respond: exitIn(country), tools: { noteDetour } });

    expect(noted).toEqual([[isDetour, observed.startedAt]]);
  });

  it('a look without an answer is not remembered', async () => {
    const noted: unknown[] = [];
    const noteDetour = async (...look: unknown[]) => void noted.push(look);
    const respond: Respond = ({ url }) => (url.includes('/ip') ? aFailedObservation() : {});

    await run({ respond, tools: { noteDetour } });

    expect(noted).toEqual([]);
  });

  it('what an echo service shows outweighs what was remembered', async () => {
    const { homeChat } = await run({ tools: { sawDetour: async () => true } });

    expect(homeChat?.state).toBe('ok');
  });

  it('services of a home without data are asked all the same', async () => {
    const home = { country: 'US', languages: [], cities: [] };

    const { probed, round } = await run({ respond: exitIn('NL'), home });

    expect(probed).toContain('https://chat.example/');
    expect(round.services[0]).toMatchObject({ state: 'ok' });
  });

  it('everything is asked where the person wants that', async () => {
    const { atHome, round, homeChat } = await run({ respond: exitIn('NL'), always: true });

    for (const name of ['control', 'chat', 'echo', 'only', 'resolver', 'calls']) {
      expect(atHome.join(), name).toContain(`home-${name}`);
    }
    expect(homeChat?.state).toBe('ok');
    expect(round.circumstances).toMatchObject({ homeUncounted: true });
    expect(round.circumstances.homeSpared).toBeUndefined();
  });

  it('what home shows counts again where nothing speaks for a detour', async () => {
    const { round } = await run({ always: true });

    expect(round.circumstances.homeUncounted).toBeUndefined();
  });

  it('an allowlist is told from no network only without such a sign', async () => {
    const respond: Respond = ({ url }) =>
      url.includes('home') ? {} : aFailedObservation({ proxy: 'socks' });

    const { atHome, round } = await run({ respond });

    expect(atHome).toEqual([]);
    expect(round.network.state).toBe('offline');
  });

  it('fresh hosts are asked before home where connections to the others died', async () => {
    const abroad = exitIn('NL');
    const respond: Respond = (request) =>
      /\/\/(one|two|three)\./.test(request.url)
        ? aFailedObservation({ failure: 'generic_timeout_error' })
        : abroad(request);

    const { atHome, probed, homeChat } = await run({ respond });

    expect(probed).toContain('https://fresh.example/');
    expect(atHome).toEqual([]);
    expect(homeChat?.reason).toBe('not-through-detour');
  });

  it('a round that was resumed stays with that, whatever the route is now', async () => {
    const { journal } = await run({ respond: exitIn('NL') });
    const noted = journal.filter(({ kind }) => kind === 'plan' || kind === 'home-spared');
    const record = replayJournal(noted);

    const { atHome } = await run({ respond: exitIn('RU'), ...(record && { record }) });

    expect(noted).toHaveLength(2);
    expect(atHome).toEqual([]);
  });
});

describe('without a sign of a detour', () => {
  it('the route is looked at before any host of the home country is asked', async () => {
    const { probed, homeChat } = await run({});

    const firstAtHome = probed.findIndex((url) => url.includes('home'));
    expect(probed.indexOf('https://e1.example/ip')).toBeLessThan(firstAtHome);
    expect(probed.indexOf('https://e2.example/ip')).toBeLessThan(firstAtHome);
    expect(homeChat?.state).toBe('ok');
  });

  it.each<[string, Partial<Case>]>([
    [
      'no echo service answers',
      { respond: ({ url }) => (url.includes('/ip') ? aFailedObservation() : {}) },
    ],
    ['the person wants no look at the route', { tools: { isWanted: async () => false } }],
    [
      'the browser’s storage fails',
      { tools: { readHealth: () => Promise.reject(new Error('no')) } },
    ],
  ])('the route counts as home where %s', async (_case, given) => {
    const { atHome, homeChat } = await run(given);

    expect(atHome).toContain('https://home-control.example/');
    expect(homeChat?.state).toBe('ok');
  });

  it('an allowlist is seen by domestic controls', async () => {
    const { round } = await run({
      respond: ({ url }) => (url.includes('home') ? {} : aFailedObservation()),
    });

    expect(round.network.state).toBe('allowlist');
  });
});
