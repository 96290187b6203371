import { answer, error } from '../browser/flow.ts';
import { aWorld } from './lines.ts';
import { aService, hostsOf } from './services.ts';
import { benign, type Situation } from './situation.ts';
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
      return { world, interference: null };
    },
  },
  {
    ...benign('server errors', 'One service always answers 500 to 504: it is down.'),
    create: (setting) => {
      const world = aWorld(setting);
      const status = setting.random.pick([500, 502, 503, 504]);
      const hosts = hostsOf(aService(setting));
      world.obstacles.push(trouble.ending(hosts, 'request', answer(status)));
      return { world, interference: null };
    },
  },
  {
    ...benign('expired certificate', 'One service forgot to renew its certificate.'),
    create: (setting) => {
      const world = aWorld(setting);
      const hosts = hostsOf(aService(setting, ({ id }) => id !== 'signal'));
      world.obstacles.push(trouble.ending(hosts, 'hello', error('CERT_DATE_INVALID')));
      return { world, interference: null };
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
      return { world, interference: null };
    },
  },
  {
    ...benign('ad blocker', 'Another extension blocks all hosts of one service.'),
    create: (setting) => {
      const world = aWorld(setting);
      const hosts = hostsOf(aService(setting));
      world.obstacles.push(trouble.ending(hosts, 'start', error('BLOCKED_BY_CLIENT')));
      return { world, interference: null };
    },
  },
  {
    ...benign('dead proxy', 'The proxy that the browser is set to use does not answer.'),
    create: (setting) => {
      const world = aWorld(setting);
      world.obstacles.push(() => error('PROXY_CONNECTION_FAILED'));
      return { world, interference: null };
    },
  },
  {
    ...benign('bad certificates', 'The clock is wrong, or a company intercepts every connection.'),
    create: (setting) => {
      const world = aWorld(setting);
      const code = setting.random.pick(['CERT_DATE_INVALID', 'CERT_AUTHORITY_INVALID'] as const);
      world.obstacles.push(trouble.badCertificates(code));
      return { world, interference: null };
    },
  },
];
