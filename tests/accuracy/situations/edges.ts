import type { Service } from '../../../lib/catalog/schema.ts';
import { edgesOf, error } from '../browser/flow.ts';
import type { Random } from '../time/random.ts';
import { isNamed } from './censor.ts';
import { aWorld } from './lines.ts';
import { aService, hostsOf } from './services.ts';
import { aFault, benign, type Scene, type Setting, type Situation } from './situation.ts';
import { ending } from './troubles.ts';

/** Servers that misbehave in ways that look like interference. */
export const edgeSituations: Situation[] = [
  {
    ...benign(
      'one bad edge',
      'One of the four addresses of a service’s name accepts connections and closes them.',
    ),
    isSteady: true,
    create(setting) {
      const { service, host } = aName(setting);
      const edges = edgesOf(host);
      const bad = setting.random.pick(edges as [string, ...string[]]);
      const world = aWorld(setting);
      const { addressesOf } = world;
      world.addressesOf = (name) => (name === host ? edges : addressesOf(name));
      world.obstacles.push(({ address }, step) =>
        step === 'hello' && address === bad ? error('CONNECTION_RESET') : null,
      );
      return { world, conditions: [aFault([service], ['ok', 'impaired'], setting)] };
    },
  },
  {
    ...benign(
      'stub that resets',
      'The name server gives one or all names of a service the address of a machine that resets.',
    ),
    // Chromium does not tell which address a name led to.
    kind: 'lookalike',
    isSteady: true,
    create(setting) {
      const { service, host } = aName(setting);
      const hosts = setting.random.chance(0.5) ? hostsOf(service) : new Set([host]);
      const world = aWorld(setting);
      // Other resolvers give the true address, and there the handshake completes.
      world.obstacles.push(ending(hosts, 'hello', error('CONNECTION_RESET')));
      return { world, conditions: [aFault([service], failing, setting)] };
    },
  },
  {
    ...benign('hang-ups', 'The servers of one service end each connection after the handshake.'),
    isSteady: true,
    create: (setting) => hangingUp(setting, 'EMPTY_RESPONSE'),
  },
  {
    ...benign('hang-ups over HTTP/2', 'The same, where the browser does not tell the step.'),
    isSteady: true,
    create: (setting) => hangingUp(setting, 'CONNECTION_CLOSED'),
  },
  {
    ...benign(
      'virtual host off',
      'The servers of a service reject one of its names: by an alert, a reset or a certificate of another name.',
    ),
    isSteady: true,
    create(setting) {
      const { service, host } = aName(setting);
      const { random } = setting;
      const code = ['CONNECTION_RESET', 'SSL_PROTOCOL_ERROR', 'CERT_COMMON_NAME_INVALID'] as const;
      const end = error(random.pick(code));
      const world = aWorld(setting);
      world.obstacles.push(ending(new Set([host]), 'hello', end));
      return { world, conditions: [aFault([service], failing, setting)] };
    },
  },
];

/** What does not get through may be said to fail, and not to be proved blocked. */
const failing = ['ok', 'impaired', 'likely_blocked', 'down'] as const;

/** @param code how the browser reports that the server ended the connection */
function hangingUp(setting: Setting, code: string): Scene {
  const service = aService(setting);
  const world = aWorld(setting);
  const hosts = hostsOf(service);
  world.obstacles.push(({ host, secure }, step) =>
    step === 'request' && secure && hosts.has(host) ? error(code) : null,
  );
  return { world, conditions: [aFault([service], ['ok', 'impaired', 'down'], setting)] };
}

function aName(setting: Setting): { service: Service; host: string } {
  const service = aService(setting, isNamed);
  return { service, host: aHost(service, setting.random) };
}

export function aHost(service: Service, random: Random): string {
  const [first = '', ...others] = hostsOf(service);
  return random.pick([first, ...others]);
}
