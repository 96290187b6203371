import { describe, expect, it } from 'vitest';
import { catalogFor } from '../../../lib/catalog/index.ts';
import type { Round } from '../../../lib/model/round.ts';
import { silence } from '../../accuracy/browser/flow.ts';
import type { World } from '../../accuracy/browser/world.ts';
import { allowlist } from '../../accuracy/situations/censor.ts';
import { aWorld } from '../../accuracy/situations/lines.ts';
import type { Setting } from '../../accuracy/situations/situation.ts';
import { aTimedRound, type TimedOptions } from '../../helpers/timed-round.ts';

const always = { fromMs: 0, toMs: Number.POSITIVE_INFINITY };
const seeds = Array.from({ length: 30 }, (_, index) => index + 1);
const fewer = seeds.slice(0, 12);
const witnesses = catalogFor('RU').witnesses.map(({ url }) => new URL(url).hostname);

function behindAllowlist(setting: Setting, roundTripMs?: number): World {
  const world = aWorld(setting, roundTripMs === undefined ? {} : { roundTripMs });
  world.obstacles.push(allowlist({ catalog: setting.catalog, period: always }));
  return world;
}

/** The latest states of many rounds, each with services and witnesses in an order of its own. */
async function latest(
  createWorld: (setting: Setting) => World,
  orders: readonly number[],
  options: Omit<TimedOptions, 'seed'> = {},
) {
  const rounds = [];
  for (const seed of orders) rounds.push(await aTimedRound(createWorld, { seed, ...options }));
  return {
    seconds: Math.max(...rounds.map(({ statesAfter }) => statesAfter)),
    networks: new Set(rounds.map(({ states }) => states.network.state)),
    failing: new Set(
      rounds.flatMap(({ states }) =>
        states.services.flatMap(({ id, state, mechanisms }) =>
          state === 'ok' ? [] : `${id} ${state} ${mechanisms.join()}`,
        ),
      ),
    ),
  };
}

const foreign = ['discord', 'facetime', 'messenger', 'signal', 'snapchat', 'telegram', 'viber'];
const atHome = ['max', 'vk'].map((id) => `${id} likely_blocked timeout`);
const likelyBlocked = new Set([...foreign, 'whatsapp'].map((id) => `${id} likely_blocked timeout`));

describe('behind an allowlist', () => {
  it.each([
    ['hosts at home are asked whatever the route', { asksThroughDetour: true }],
    ['they are asked last', { asksThroughDetour: false }],
  ])('states are told within 20 s where %s', async (_where, options) => {
    const { seconds, networks, failing } = await latest(behindAllowlist, seeds, options);

    expect(seconds).toBeLessThanOrEqual(20);
    expect(networks).toEqual(new Set(['allowlist']));
    expect(failing).toEqual(likelyBlocked);
  });

  // One connection is busy at home when the services begin, which costs a rest.
  it.each([
    [true, 20],
    [false, 20.75],
  ])(
    'and where handshakes are two seconds apart, on a good line (at once: %s, within %s s)',
    async (asksThroughDetour, limit) => {
      const onGoodLine = (setting: Setting) => behindAllowlist(setting, 60);

      const seen = await latest(onGoodLine, fewer, { asksThroughDetour, restMs: 2_000 });

      expect(seen.seconds).toBeLessThanOrEqual(limit);
      expect(seen.failing).toEqual(likelyBlocked);
    },
  );

  it('and where the services at home are not on it either, on a good line', async () => {
    const seen = await latest(withoutServices, fewer);

    expect(seen.seconds).toBeLessThanOrEqual(20);
    expect(seen.networks).toEqual(new Set(['allowlist']));
  });
});

describe('where the packets to all ten services vanish', () => {
  it.each([20, 60])('states are told within 25 s on a line of %s ms', async (roundTripMs) => {
    const seen = await latest((setting) => withoutMessengers(setting, roundTripMs), fewer);

    expect(seen.seconds).toBeLessThanOrEqual(25);
    expect(seen.networks).toEqual(new Set(['normal']));
    expect(seen.failing).toEqual(new Set([...likelyBlocked, ...atHome]));
  });

  it('and three of them are waited for 15 s', async () => {
    const { states } = await aTimedRound((setting) => withoutMessengers(setting, 60), { seed: 1 });

    const patient = states.services.filter(({ targets }) =>
      targets.some(({ attempts }) => attempts.some(({ totalMs }) => (totalMs ?? 0) >= 15_000)),
    );
    expect(patient).toHaveLength(3);
  });
});

describe('where nothing answers at all', () => {
  it.each([
    ['hosts at home are asked whatever the route', { asksThroughDetour: true }, 14.5],
    ['they are asked last', { asksThroughDetour: false }, 15.5],
  ])('it is told where %s, and all are asked before', async (_where, options, limit) => {
    const asked = new Set<string>();
    const rounds = [];
    for (const seed of fewer) {
      rounds.push(await aTimedRound((setting) => nothing(setting, asked), { seed, ...options }));
    }

    expect(Math.max(...rounds.map(({ statesAfter }) => statesAfter))).toBeLessThanOrEqual(limit);
    for (const { round } of rounds) {
      expect(round.network.state).toBe('offline');
      expect(round.services.map(attemptsOn)).toEqual(round.services.map(() => 1));
    }
    const byAddress = ['1.1.1.1', '8.8.8.8', '9.9.9.9', '77.88.8.8'];
    expect([...asked]).toEqual(expect.arrayContaining([...witnesses, ...byAddress, 'ya.ru']));
  });

  it('services at home are asked once others were silent for 3.2 s', async () => {
    const { round } = await aTimedRound(nothing, { seed: 1, asksThroughDetour: false });
    const isHome = ({ id }: { id: string }) => ['max', 'vk'].includes(id);

    const begun = (services: Round['services']) =>
      Math.min(
        ...services.flatMap(({ targets }) =>
          targets.flatMap(({ attempts }) => attempts.map((one) => Date.parse(one.startedAt))),
        ),
      );
    const homeBegun = begun(round.services.filter(isHome));
    const abroad = begun(round.services.filter((one) => !isHome(one)));
    expect(homeBegun - abroad).toBeGreaterThanOrEqual(3_200);
  });
});

function attemptsOn({ targets }: Round['services'][number]): number {
  return targets.reduce((sum, { attempts }) => sum + attempts.length, 0);
}

it.each([
  { hosts: ['1.1.1.1'], limit: 10 },
  { hosts: ['mail.ru', 'www.cbr.ru'], limit: 10 },
  { hosts: ['detectportal.firefox.com'], limit: 10 },
  { hosts: ['ru.wikipedia.org'], limit: 11.5 },
])('where $hosts is silent, services do not wait, and states $limit s at most', async (only) => {
  const { hosts, limit } = only;
  const { round, statesAfter } = await aTimedRound(withSilent(hosts), { seed: 3 });
  const isForeign = hosts.includes('ru.wikipedia.org');

  expect(servicesAfter(round)).toBeLessThanOrEqual(2.5);
  expect(statesAfter).toBeLessThanOrEqual(limit);
  expect(round.network).toMatchObject({
    state: 'normal',
    confidence: isForeign ? 'medium' : 'high',
  });
});

describe('where one neutral site of three answers', () => {
  const two = ['ru.wikipedia.org', 'cp.cloudflare.com'];

  it('others are asked after 4 s and not waited for longer than they take', async () => {
    const { round } = await aTimedRound(withSilent(two), { seed: 3 });

    expect(servicesAfter(round)).toBeGreaterThan(4);
    expect(servicesAfter(round)).toBeLessThanOrEqual(4.5);
    expect(round.network.state).toBe('normal');
  });

  it('services wait until a second one answers', async () => {
    const { round } = await aTimedRound(withSilent([...two, ...witnesses]), { seed: 3 });

    expect(servicesAfter(round)).toBeGreaterThan(10);
    expect(round.network).toMatchObject({ state: 'degraded' });
  });
});

describe('where the packets to five services and to whole hosters vanish', () => {
  it('gates within the round wait for no silent site where another one answers', async () => {
    const { round } = await aTimedRound(withoutHosters, { seed: 1 });

    const [, ...gates] = round.circumstances.gates;
    const lasted = gates.map((one) => Date.parse(one.finishedAt) - Date.parse(one.startedAt));
    expect(gates).not.toEqual([]);
    expect(gates.every(({ passed }) => passed)).toBe(true);
    expect(Math.max(...lasted)).toBeLessThanOrEqual(3_000);
    // What was still pending is in the record, and was given up.
    const silent = round.circumstances.controls.filter(({ attempts }) =>
      attempts.every(({ ok }) => !ok),
    );
    expect(silent.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['github', 'google', 'amazon']),
    );
  });

  it('states are told within 40 s, and the silence of all five is found to be that of TCP', async () => {
    const rounds = [];
    for (const seed of fewer) rounds.push(await aTimedRound(withoutHosters, { seed }));

    expect(Math.max(...rounds.map(({ statesAfter }) => statesAfter))).toBeLessThanOrEqual(40);
    for (const { round } of rounds) {
      const failing = round.services.filter(({ state }) => state !== 'ok');
      expect(failing.map(({ id }) => id).toSorted()).toEqual(fiveServices);
      expect(failing.map(({ mechanisms }) => mechanisms)).toEqual(
        fiveServices.map(() => ['tcp.timeout']),
      );
    }
  });
});

it('where they vanish on a slow line, states come after 40 s, and attempts of 32 s follow', async () => {
  const { round, statesAfter } = await aTimedRound((setting) => withoutHosters(setting, 200), {
    seed: 1,
  });

  const long = round.services.filter(({ targets }) =>
    targets.some(({ attempts }) => attempts.some(({ totalMs }) => totalMs === 32_000)),
  );
  expect(statesAfter).toBeGreaterThan(40);
  expect(long.map(({ id }) => id).toSorted()).toEqual(fiveServices);
});

/** Seconds from a round's start until it asks a service. */
function servicesAfter({ startedAt, services }: Round): number {
  const starts = services.flatMap(({ targets }) =>
    targets.flatMap(({ attempts }) => attempts.map((one) => Date.parse(one.startedAt))),
  );
  return (Math.min(...starts) - Date.parse(startedAt)) / 1_000;
}

/** No packet comes back. */
function nothing(setting: Setting, asked = new Set<string>()): World {
  const world = aWorld(setting, { roundTripMs: 60 });
  world.obstacles.push(({ host }, step) => {
    asked.add(host);
    return step === 'connect' || step === 'request' ? silence : null;
  });
  return world;
}

function withSilent(hosts: readonly string[]) {
  return (setting: Setting): World => {
    const world = aWorld(setting, { roundTripMs: 60, loss: () => false });
    world.obstacles.push((flow, step) =>
      step === 'connect' && hosts.includes(flow.host) ? silence : null,
    );
    return world;
  };
}

it('where three services are silent, their rechecks get 3.5 s', async () => {
  const three = ['signal', 'viber', 'discord'];
  const { states } = await aTimedRound((setting) => withoutMessengers(setting, 60, three), {
    seed: 1,
  });

  const rechecks = states.services
    .filter(({ id }) => three.includes(id))
    .map(({ targets }) => targets.find(({ attempts }) => attempts.length > 2)?.attempts ?? [])
    .map((attempts) => attempts.map(({ totalMs }) => totalMs).filter((one) => one !== 15_000));
  expect(rechecks).toEqual(three.map(() => [3_500, 3_500]));
});

it.each([
  [4, 21],
  [5, 25],
])(
  'where %i services are silent, each is waited for 15 s, and states are told within %i s',
  async (count, limit) => {
    const silent = ['whatsapp', 'signal', 'viber', 'discord', 'snapchat'].slice(0, count);
    const { states, statesAfter } = await aTimedRound(
      (setting) => withoutMessengers(setting, 60, silent),
      { seed: 1 },
    );

    const longest = states.services
      .filter(({ id }) => silent.includes(id))
      .map(({ targets }) =>
        Math.max(...targets.flatMap(({ attempts }) => attempts.map(({ totalMs }) => totalMs ?? 0))),
      );
    expect(longest).toEqual(silent.map(() => 15_000));
    expect(statesAfter).toBeLessThanOrEqual(limit);
  },
);

/** Nothing comes back from any server of a service, without another packet being lost. */
function withoutMessengers(
  setting: Setting,
  roundTripMs: number,
  silent = setting.catalog.services.map(({ id }) => id),
): World {
  const world = aWorld(setting, { roundTripMs, loss: () => false });
  const dropped = new Set(
    setting.catalog.services
      .filter(({ id }) => silent.includes(id))
      .flatMap(({ targets }) =>
        targets.flatMap(({ urls }) => urls.map((url) => new URL(url).hostname)),
      ),
  );
  world.obstacles.push((flow, step) =>
    (step === 'connect' || step === 'request') && dropped.has(flow.host) ? silence : null,
  );
  return world;
}

const fiveServices = ['discord', 'messenger', 'signal', 'viber', 'whatsapp'];
const hosters = ['google.com', 'gstatic.com', 'cloudflare.com', 'github.com', 'amazonaws.com'];

/** Nothing comes back from any address of five services, nor from the hosters of half of the neutral sites. */
function withoutHosters(setting: Setting, roundTripMs = 60): World {
  const world = withoutMessengers(setting, roundTripMs, fiveServices);
  const addresses = new Set(
    setting.catalog.services
      .filter(({ id }) => fiveServices.includes(id))
      .flatMap(({ targets }) => targets.flatMap(({ urls }) => urls))
      .flatMap((url) => world.addressesOf(new URL(url).hostname)),
  );
  const isDropped = (host: string) =>
    addresses.has(host) ||
    host === '1.1.1.1' ||
    hosters.some((domain) => host === domain || host.endsWith(`.${domain}`));
  world.obstacles.push(({ host }, step) =>
    (step === 'connect' || step === 'request') && isDropped(host) ? silence : null,
  );
  return world;
}

/** Domestic controls alone get through. */
function withoutServices(setting: Setting): World {
  const world = aWorld(setting, { roundTripMs: 60 });
  const listed = new Set(
    setting.catalog.controls
      .filter(({ group }) => group === 'domestic')
      .map(({ url }) => new URL(url).hostname),
  );
  world.obstacles.push((flow, step) =>
    (step === 'connect' || step === 'request') && !listed.has(flow.host) ? silence : null,
  );
  return world;
}
