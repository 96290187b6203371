import {
  addressOf,
  error,
  ipv6Of,
  isAddress,
  type Obstacle,
  silence,
  translated,
} from '../browser/flow.ts';
import type { World } from '../browser/world.ts';
import { isNamed } from './censor.ts';
import { aWorld } from './lines.ts';
import { aPeriod, fromRoundToRound } from './periods.ts';
import { hostsOf, idsOf, someServices } from './services.ts';
import { benign, blockedStates, isWithin, type Setting, type Situation } from './situation.ts';

/** Fewer than others live, as little depends on chance here. */
const rounds = 24;

/** Lines with IPv6, and censors that act on one family. */
export const familySituations: Situation[] = [
  {
    ...benign('both families', 'A line with IPv4 and IPv6, on which every name has both.'),
    isSteady: true,
    rounds,
    create: (setting) => ({ world: dual(setting), conditions: [] }),
  },
  {
    ...benign('translated', 'A line with IPv6 alone, whose operator translates (NAT64).'),
    isSteady: true,
    rounds,
    create: (setting) => ({ world: behindTranslator(setting), conditions: [] }),
  },
  blockOn('reset on name, both families', dual, resetNames),
  blockOn('reset on name, translated', behindTranslator, resetNames),
  {
    ...blockOn('reset on IPv6 addresses', dual, resetAddresses),
    about: 'The IPv6 addresses of some services accept connections and reset them; IPv4 is open.',
  },
  {
    ...benign(
      'one silent family',
      'A line with IPv4 and IPv6, on which packets to the addresses of some services in one of them vanish.',
    ),
    isSteady: true,
    rounds,
    create(setting) {
      const world = dual(setting);
      const hosts = [...hostsOf(...someServices(setting, isNamed))];
      const inFamily = setting.random.pick([ipv6Of, addressOf]);
      world.obstacles.push(silentAt(hosts.map(inFamily)));
      return { world, conditions: [] };
    },
  },
  {
    ...benign(
      'slow IPv6',
      'A line with IPv4 and IPv6, on which each step over IPv6 takes 0.1 to 1.5 s longer.',
    ),
    isSteady: true,
    rounds,
    create(setting) {
      const world = dual(setting);
      const laterMs = setting.random.between(100, 1_500);
      world.delays.push(({ address }, step) =>
        address.includes(':') && step !== 'start' && step !== 'resolve' ? laterMs : 0,
      );
      return { world, conditions: [] };
    },
  },
  {
    id: 'IPv6 addresses dropped, translated',
    kind: 'interference',
    family: 'steady block',
    about:
      'Behind a translator (NAT64) some services have IPv6 addresses of their own, to which packets vanish.',
    isSteady: true,
    create(setting) {
      const world = behindTranslator(setting);
      const services = someServices(setting, isNamed);
      const hosts = hostsOf(...services);
      const { addressesOf, reachedAt = addressesOf } = world;
      world.addressesOf = (host) =>
        hosts.has(host) ? [addressOf(host), ipv6Of(host)] : addressesOf(host);
      world.reachedAt = (host) => (hosts.has(host) ? [ipv6Of(host)] : reachedAt(host));
      const period = aPeriod(setting);
      const drop = silentAt([...hosts].map(ipv6Of));
      world.obstacles.push((flow, step, atMs) =>
        isWithin(period, atMs) ? drop(flow, step, atMs) : null,
      );
      return fromRoundToRound(setting, world, {
        services: idsOf(services),
        states: blockedStates,
        mechanism: 'tcp.timeout',
        period,
      });
    },
  },
];

/** Packets to the addresses vanish, also those of open connections. */
function silentAt(addresses: readonly string[]): Obstacle {
  const silent = new Set(addresses);
  return ({ address }, step) =>
    (step === 'connect' || step === 'request') && silent.has(address) ? silence : null;
}

function dual(setting: Setting): World {
  const world = aWorld(setting);
  world.addressesOf = (host) =>
    isAddress(host) ? [addressOf(host)] : [addressOf(host), ipv6Of(host)];
  return world;
}

function behindTranslator(setting: Setting): World {
  const world = aWorld(setting);
  world.reachedAt = (host) => [isAddress(host) ? addressOf(host) : translated(addressOf(host))];
  // Nothing on such a line leads to an IPv4 address.
  world.obstacles.push(({ host }, step) =>
    step === 'connect' && /^[\d.]+$/.test(host) ? error('ADDRESS_UNREACHABLE') : null,
  );
  return world;
}

type Act = (hosts: ReadonlySet<string>) => Obstacle;

function resetNames(hosts: ReadonlySet<string>): Obstacle {
  return (flow, step) =>
    step === 'hello' && flow.sni !== null && hosts.has(flow.sni) ? error('CONNECTION_RESET') : null;
}

function resetAddresses(hosts: ReadonlySet<string>): Obstacle {
  const addresses = new Set([...hosts].map(ipv6Of));
  return ({ address }, step) =>
    step === 'hello' && addresses.has(address) ? error('CONNECTION_RESET') : null;
}

function blockOn(id: string, line: (setting: Setting) => World, act: Act): Situation {
  const isByName = act !== resetAddresses;
  return {
    id,
    kind: 'interference',
    family: 'steady block',
    about: 'A handshake that contains the name is reset.',
    isSteady: true,
    create(setting) {
      const world = line(setting);
      const services = someServices(setting, isNamed);
      const period = aPeriod(setting);
      const obstacle = act(hostsOf(...services));
      world.obstacles.push((flow, step, atMs) =>
        period.fromMs <= atMs && atMs < period.toMs ? obstacle(flow, step, atMs) : null,
      );
      return fromRoundToRound(setting, world, {
        services: idsOf(services),
        states: blockedStates,
        mechanism: isByName ? 'tls.reset.sni' : 'reset',
        ...(!isByName && { isFalseLabel: (label) => label.startsWith('tls.') }),
        period,
      });
    },
  };
}
