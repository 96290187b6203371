import type { Http3 } from '../browser/http3.ts';
import type { World } from '../browser/world.ts';
import { hashOf } from '../time/random.ts';
import { alikeSituations } from './alike.ts';
import { methodById } from './censor.ts';
import { aWorld } from './lines.ts';
import { aPeriod, fromRoundToRound } from './periods.ts';
import { hostsOf, idsOf, someServices } from './services.ts';
import { benign, blockedStates, isWithin, type Setting, type Situation } from './situation.ts';

/** Many servers speak HTTP/3, and its packets are dropped. */
export const quicSituations: Situation[] = [
  {
    ...benign('QUIC dropped', 'Many servers speak HTTP/3, and the provider drops its packets.'),
    isSteady: true,
    create(setting) {
      const world = aWorld(setting);
      world.http3 = spokenByMany(setting, () => true);
      return { world, conditions: [] };
    },
  },
  {
    ...benign(
      'failing alike, 3 %, QUIC dropped',
      '3 % of all new connections fail, wherever they lead, and packets of HTTP/3 are dropped.',
    ),
    family: 'alike',
    isSteady: true,
    create(setting) {
      const scene = failingAlike(setting);
      scene.world.http3 = spokenByMany(setting, () => true);
      return scene;
    },
  },
  resetBeside('QUIC dropped with it', {
    about: 'A handshake that contains the name is reset, and HTTP/3 to the servers dropped.',
    isLost: (isHit) => isHit,
  }),
  resetBeside('QUIC dropped', {
    about: 'A handshake that contains the name is reset, and HTTP/3 to all servers dropped.',
    isLost: () => () => true,
  }),
];

interface Beside {
  about: string;
  isLost: (isHit: Http3['isLost']) => Http3['isLost'];
}

function resetBeside(beside: string, { about, isLost }: Beside): Situation {
  const { suits, build, mechanism } = methodById('reset on name');
  return {
    id: `reset on name, ${beside}`,
    kind: 'interference',
    family: 'steady block',
    about,
    isSteady: true,
    create(setting) {
      const { random, catalog } = setting;
      const services = someServices(setting, suits);
      const hosts = hostsOf(...services);
      const period = aPeriod(setting);
      const world: World = aWorld(setting);
      world.obstacles.push(build({ hosts, period, random, catalog }).obstacle);
      world.http3 = spokenByMany(
        setting,
        isLost(({ host }, atMs) => hosts.has(host) && isWithin(period, atMs)),
      );
      return fromRoundToRound(setting, world, {
        services: idsOf(services),
        states: blockedStates,
        mechanism,
        period,
      });
    },
  };
}

/** Half of all servers announce it by their answers, a quarter by a record of the name. */
function spokenByMany({ random }: Setting, isLost: Http3['isLost']): Http3 {
  const salt = random.next();
  const ways = ['answer', 'answer', 'record', null] as const;
  return {
    announcedBy: (host) => ways[(hashOf(`${host} ${salt}`) >>> 8) % ways.length] ?? null,
    isLost,
  };
}

function failingAlike(setting: Setting) {
  const alike = alikeSituations.find(({ id }) => id === 'failing alike, 3 %');
  if (alike === undefined) throw new Error('No situation fails alike');
  return alike.create(setting);
}
