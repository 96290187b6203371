import { answer, error, type Obstacle, silence } from '../browser/flow.ts';
import { methodById } from './censor.ts';
import { aWorld } from './lines.ts';
import { aPeriod, fromRoundToRound } from './periods.ts';
import { hostsOf, idsOf, someServices } from './services.ts';
import { benign, blockedStates, type Setting, type Situation } from './situation.ts';
import { ending } from './troubles.ts';

/** Any set of neutral foreign sites is dead for good, down to two that live. */
export const deadWitnessSituations: Situation[] = [
  {
    ...benign(
      'dead witnesses',
      'Some neutral foreign sites, from one to all but two, are silent, reset or answer 503 for good.',
    ),
    isSteady: true,
    create(setting) {
      const world = aWorld(setting);
      world.obstacles.push(deadWitnesses(setting));
      return { world, conditions: [] };
    },
  },
  blockedBeside('reset on name'),
  blockedBeside('address dropped'),
];

function blockedBeside(id: string): Situation {
  return {
    id: `${id}, dead witnesses`,
    kind: 'interference',
    family: 'steady block',
    about: `${methodById(id).about} Some neutral foreign sites are dead.`,
    isSteady: true,
    create(setting) {
      const { random, catalog } = setting;
      const { suits, build, mechanism } = methodById(id);
      const services = someServices(setting, suits);
      const world = aWorld(setting);
      const period = aPeriod(setting);
      const hosts = hostsOf(...services);
      const { obstacle } = build({ hosts, period, random, catalog });
      world.obstacles.push(obstacle, deadWitnesses(setting));
      return fromRoundToRound(setting, world, {
        services: idsOf(services),
        states: blockedStates,
        mechanism,
        period,
      });
    },
  };
}

/** One operator is dead as a whole. */
export function deadWitnesses({ random, catalog }: Setting): Obstacle {
  const sites = [
    ...catalog.controls.filter(({ group }) => group === 'foreign'),
    ...catalog.witnesses,
  ];
  const operators = [...new Set(sites.map(({ operator }) => operator))];
  const count = 1 + Math.floor(random.between(0, operators.length - 2));
  const dead = operators
    .map((operator) => ({ operator, key: random.next() }))
    .toSorted((left, right) => left.key - right.key)
    .slice(0, count)
    .map(({ operator }) => operator);
  const hosts = new Set(
    sites.filter(({ operator }) => dead.includes(operator)).map(({ url }) => new URL(url).hostname),
  );
  return random.pick([
    ending(hosts, 'connect', silence),
    ending(hosts, 'hello', error('CONNECTION_RESET')),
    ending(hosts, 'request', answer(503)),
  ]);
}
