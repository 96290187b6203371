import { createWeather } from '../line/loss.ts';
import { createSpans } from '../time/spans.ts';
import { domesticHosts } from './censor.ts';
import { aWorld } from './lines.ts';
import { aService, hostsOf } from './services.ts';
import { benign, type Scene, type Setting, type Situation } from './situation.ts';
import * as trouble from './troubles.ts';

const minuteMs = 60_000;

/** Faults of the line and of nearby equipment, without interference. */
export const troubledLineSituations: Situation[] = [
  {
    ...benign(
      'captive portal',
      'A captive portal is active at times, sometimes starting within a round.',
    ),
    create: (setting) => {
      const { random } = setting;
      const spans = createSpans();
      const secure = random.pick(['certificate', 'refuse', 'silence'] as const);
      const world = aWorld(setting);
      world.obstacles.push(
        trouble.captivePortal({ spans, secure, sparesOpen: random.chance(0.5) }),
      );
      return during(setting, world, { often: 0.2, withinMs: 6_000 }, (fromMs) =>
        spans.add(fromMs, fromMs + random.exponential(minuteMs)),
      );
    },
  },
  {
    ...benign(
      'dead line',
      'Packets vanish for seconds to minutes, mostly starting within a round.',
    ),
    create: (setting) => {
      const { random } = setting;
      const spans = createSpans();
      const world = aWorld(setting);
      world.obstacles.push(trouble.deadLine(spans));
      return during(setting, world, { often: 0.3, withinMs: 10_000 }, (fromMs) =>
        spans.add(fromMs, fromMs + random.spread(20_000, 1.2)),
      );
    },
  },
  {
    ...benign('lost link', 'Cable or Wi-Fi drops, the browser notices, and the address changes.'),
    create: (setting) => {
      const { random } = setting;
      const world = aWorld(setting);
      return during(setting, world, { often: 0.3, withinMs: 10_000 }, (fromMs) => {
        const toMs = fromMs + random.spread(8_000, 1);
        world.unlinked.add(fromMs, toMs);
        world.changes.add(toMs, toMs + 1);
      });
    },
  },
  {
    ...benign('network change', 'From Wi-Fi to mobile and back, mostly within a round.'),
    create: (setting) => {
      const { random } = setting;
      const world = aWorld(setting);
      return during(setting, world, { often: 0.5, withinMs: 8_000 }, (fromMs) => {
        for (let atMs = fromMs, more = true; more; more = random.chance(0.4)) {
          world.changes.add(atMs, atMs + 1);
          atMs += random.between(100, 5_000);
        }
      });
    },
  },
  {
    ...benign(
      'sleep',
      'The lid closes within a round; the link returns some seconds after waking.',
    ),
    create: (setting) => {
      const { random } = setting;
      const world = aWorld(setting);
      return during(setting, world, { often: 0.3, withinMs: 8_000 }, (fromMs) => {
        const wakesMs = fromMs + random.spread(20 * minuteMs, 1);
        const linkMs = wakesMs + random.between(500, 8_000);
        world.asleep.add(fromMs, wakesMs);
        world.unlinked.add(wakesMs, linkMs);
        world.changes.add(linkMs, linkMs + 1);
      });
    },
  },
  {
    ...benign(
      'dead name server',
      'It is silent or fails for about a minute, sometimes starting within a round.',
    ),
    create: (setting) => {
      const { random } = setting;
      const spans = createSpans();
      const world = aWorld(setting);
      const manner = random.pick(['silent', 'failing'] as const);
      world.obstacles.push(trouble.deadResolver(spans, manner));
      return during(setting, world, { often: 0.3, withinMs: 6_000 }, (fromMs) =>
        spans.add(fromMs, fromMs + random.spread(30_000, 1.2)),
      );
    },
  },
  {
    ...benign(
      'lost names',
      'The name server does not find one service’s names for 1 to 11 s, mostly starting within a round.',
    ),
    create: (setting) => {
      const { random } = setting;
      const spans = createSpans();
      const world = aWorld(setting);
      world.obstacles.push(trouble.lostNames(spans, hostsOf(aService(setting))));
      return during(setting, world, { often: 0.5, withinMs: 6_000 }, (fromMs) =>
        spans.add(fromMs, fromMs + random.between(1_000, 11_000)),
      );
    },
  },
  {
    ...benign('flaky name server', 'A home router that fails on 0.5 to 3 % of all DNS queries.'),
    create: (setting) => {
      const { random } = setting;
      const world = aWorld(setting);
      world.obstacles.push(trouble.flakyResolver(random, random.between(0.005, 0.03)));
      return { world, conditions: [] };
    },
  },
  {
    ...benign(
      'crowded router',
      'For 5 s every two minutes half of all new connections get no answer; open ones continue.',
    ),
    create: (setting) => {
      const { random, startMs } = setting;
      const crowds = { goodMeanMs: 2 * minuteMs, badMeanMs: 5_000 };
      const isCrowded = createWeather(random, startMs, crowds);
      const world = aWorld(setting);
      world.obstacles.push(trouble.crowdedRouter(random, isCrowded, 0.5));
      return { world, conditions: [] };
    },
  },
  {
    ...benign(
      'proxy that is gone',
      'The proxy for all sites, or for foreign ones, does not answer for about two minutes at times.',
    ),
    create: (setting) => failingProxy(setting, 'PROXY_CONNECTION_FAILED'),
  },
  {
    ...benign(
      'proxy that connects nowhere',
      'The same, where it says at once that it has not connected, as one that refuses does.',
    ),
    create: (setting) => failingProxy(setting, 'TUNNEL_CONNECTION_FAILED'),
  },
  {
    ...benign(
      'secure DNS that fails',
      'The resolver of the browser’s secure DNS is silent for about three minutes at times, as are its addresses.',
    ),
    create: (setting) => {
      const { random, catalog } = setting;
      const spans = createSpans();
      const world = aWorld(setting);
      const chosen = random.pick(['cloudflare-ip', 'google', 'quad9']);
      const own = catalog.resolvers.filter(({ id }) => id === chosen);
      const hosts = new Set(own.map(({ url }) => new URL(url).hostname));
      world.obstacles.push(
        trouble.deadResolver(spans, 'silent'),
        trouble.ending(hosts, 'connect', { kind: 'silence' }, spans),
      );
      return during(setting, world, { often: 0.2, withinMs: 8_000 }, (fromMs) =>
        spans.add(fromMs, fromMs + random.spread(3 * minuteMs, 0.8)),
      );
    },
  },
];

function failingProxy(setting: Setting, code: trouble.ProxyCode): Scene {
  const { random, catalog } = setting;
  const spans = createSpans();
  const world = aWorld(setting);
  const isDirect = random.chance(0.5) ? domesticHosts(catalog) : new Set<string>();
  world.obstacles.push(trouble.deadProxy(spans, isDirect, code));
  return during(setting, world, { often: 0.2, withinMs: 8_000 }, (fromMs) =>
    spans.add(fromMs, fromMs + random.spread(2 * minuteMs, 0.8)),
  );
}

/** Makes an event happen in a share of the rounds: mostly while they run, sometimes just before. */
function during(
  { random }: Setting,
  world: Scene['world'],
  { often, withinMs }: { often: number; withinMs: number },
  happen: (atMs: number) => void,
): Scene {
  return {
    world,
    conditions: [],
    roundBegins(_round, nowMs) {
      if (random.chance(often)) happen(nowMs + random.between(-withinMs / 4, withinMs));
    },
  };
}
