import { answer, error } from '../browser/flow.ts';
import { aWorld } from './lines.ts';
import { aService, hostsOf } from './services.ts';
import { aFault, benign, type Situation } from './situation.ts';
import * as trouble from './troubles.ts';

/** Faults of servers and of the computer itself, without interference. */
export const troubledEndSituations: Situation[] = [
  {
    ...benign('control out of order', 'One or two neutral sites are down permanently.'),
    create: (setting) => {
      const { catalog, random } = setting;
      const foreign = catalog.controls.filter(({ group }) => group === 'foreign');
      const down = foreign.slice(0, random.pick([1, 2]));
      const hosts = new Set(down.map(({ url }) => new URL(url).hostname));
      const world = aWorld(setting);
      world.obstacles.push(
        random.chance(0.5)
          ? trouble.ending(hosts, 'connect', { kind: 'silence' })
          : trouble.ending(hosts, 'request', answer(503)),
      );
      return { world, conditions: [] };
    },
  },
  {
    ...benign('server errors', 'One service always answers 500 to 504: it is down.'),
    create: (setting) => {
      const world = aWorld(setting);
      const status = setting.random.pick([500, 502, 503, 504]);
      const service = aService(setting);
      world.obstacles.push(
        trouble.ending(hostsOf(service), 'request', { ...answer(status), server: 'nginx' }),
      );
      return { world, conditions: [aFault([service], ['ok', 'impaired', 'down'], setting)] };
    },
  },
  {
    ...benign('expired certificate', 'One service forgot to renew its certificate.'),
    create: (setting) => {
      const world = aWorld(setting);
      const service = aService(setting, ({ id }) => id !== 'signal');
      const expired = error('CERT_DATE_INVALID');
      world.obstacles.push(trouble.ending(hostsOf(service), 'hello', expired));
      return { world, conditions: [aFault([service], ['ok', 'impaired', 'down'], setting)] };
    },
  },
  {
    ...benign(
      'challenges',
      'One answer in ten is 403, 429 or 503, to services and controls alike.',
    ),
    create: (setting) => {
      const world = aWorld(setting);
      world.obstacles.push(trouble.challenges(setting.random, 0.1));
      return { world, conditions: [] };
    },
  },
  {
    ...benign('ad blocker', 'Another extension blocks all hosts of one service.'),
    create: (setting) => {
      const world = aWorld(setting);
      const hosts = hostsOf(aService(setting));
      world.obstacles.push(trouble.ending(hosts, 'start', error('BLOCKED_BY_CLIENT')));
      return { world, conditions: [] };
    },
  },
  {
    ...benign('dead proxy', 'The proxy that the browser is set to use does not answer.'),
    create: (setting) => {
      const world = aWorld(setting);
      world.obstacles.push(() => error('PROXY_CONNECTION_FAILED'));
      return { world, conditions: [] };
    },
  },
  {
    ...benign('bad certificates', 'The clock is wrong, or a company intercepts every connection.'),
    create: (setting) => {
      const world = aWorld(setting);
      const code = setting.random.pick(['CERT_DATE_INVALID', 'CERT_AUTHORITY_INVALID'] as const);
      world.obstacles.push(trouble.badCertificates(code));
      return { world, conditions: [] };
    },
  },
];
