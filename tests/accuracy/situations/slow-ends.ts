import { error, isAddress } from '../browser/flow.ts';
import { createSpans } from '../time/spans.ts';
import { isNamed } from './censor.ts';
import { aHost } from './edges.ts';
import { aWorld } from './lines.ts';
import { aService, hostsOf } from './services.ts';
import { aFault, benign, type Situation } from './situation.ts';
import { ending } from './troubles.ts';

const minuteMs = 60_000;
/** A failure that comes back at once would last for longer than a resolver keeps it. */
const pauseMs = 30 * minuteMs;

/** Names and servers that are late. */
export const slowEndSituations: Situation[] = [
  {
    ...benign(
      'negative caching',
      'The name server fails on one name for one to five minutes, from time to time.',
    ),
    create(setting) {
      const { random } = setting;
      const service = aService(setting, isNamed);
      const spans = createSpans();
      let restedMs = 0;
      const world = aWorld(setting);
      const hosts = new Set([aHost(service, random)]);
      world.obstacles.push(ending(hosts, 'resolve', error('NAME_NOT_RESOLVED'), spans));
      return {
        world,
        conditions: [aFault([service], ['ok', 'impaired', 'down'], setting)],
        roundBegins(_round, nowMs) {
          if (nowMs < restedMs || !random.chance(0.3)) return;
          const fromMs = nowMs + random.between(-0.5, 0.2) * minuteMs;
          const toMs = fromMs + random.between(1, 5) * minuteMs;
          spans.add(fromMs, toMs);
          restedMs = toMs + pauseMs;
        },
      };
    },
  },
  {
    ...benign('slow service', 'One service takes 5 to 14 s to its first byte.'),
    isSteady: true,
    create(setting) {
      const { random } = setting;
      const service = aService(setting);
      const hosts = hostsOf(service);
      const world = aWorld(setting);
      world.delays.push(({ host }, step) =>
        step === 'request' && hosts.has(host) ? random.between(5_000, 14_000) : 0,
      );
      return { world, conditions: [aFault([service], ['ok', 'impaired'], setting)] };
    },
  },
  {
    ...benign(
      'one broken family',
      'IPv6 is broken: half of all connections begin 250 ms later, over IPv4.',
    ),
    isSteady: true,
    create(setting) {
      const { random } = setting;
      const world = aWorld(setting);
      world.delays.push(({ host }, step) =>
        step === 'connect' && !isAddress(host) && random.chance(0.5) ? 250 : 0,
      );
      return { world, conditions: [] };
    },
  },
];
