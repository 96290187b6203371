import { error, isAddress, silence } from '../browser/flow.ts';
import { createRandom, hashOf } from '../time/random.ts';
import { createSpans } from '../time/spans.ts';
import { aWorld } from './lines.ts';
import { aService, hostsOf } from './services.ts';
import type { Setting, Situation } from './situation.ts';
import { ending } from './troubles.ts';

const hourMs = 3_600_000;

/** Faults that a single browser cannot distinguish from interference. */
export const lookalikeSituations: Situation[] = [
  {
    id: 'service refuses',
    kind: 'lookalike',
    family: 'lookalike',
    about: 'A service is out of order for two hours: its servers refuse connections.',
    create: (setting) => outage(setting, 'connect', error('CONNECTION_REFUSED')),
  },
  {
    id: 'service silent',
    kind: 'lookalike',
    family: 'lookalike',
    about: 'A service is out of order for two hours: its servers do not answer.',
    create: (setting) => outage(setting, 'connect', silence),
  },
  {
    id: 'names of one service',
    kind: 'lookalike',
    family: 'lookalike',
    about: 'The provider’s resolver cannot reach one service’s name servers for two hours.',
    create: (setting) => outage(setting, 'resolve', error('NAME_NOT_RESOLVED')),
  },
  // Until others come back, a name that is missed looks like one that is withheld.
  ...[3, 10].map(
    (percent): Situation => ({
      id: `names missed, ${percent} %`,
      kind: 'lookalike',
      family: 'lookalike',
      about: `A resolver misses ${percent} % of all names, and keeps that for 20 s to 5 min.`,
      create: (setting) => missingNames(setting, percent / 100),
    }),
  ),
];

function missingNames(setting: Setting, share: number) {
  const { random } = setting;
  const world = aWorld(setting);
  const keptMs = random.pick([20_000, 60_000, 300_000]);
  const seed = Math.floor(random.between(0, 2 ** 32));
  world.obstacles.push(({ host }, step, atMs) => {
    if (step !== 'resolve' || isAddress(host)) return null;
    const hash = hashOf(host);
    const turn = Math.floor((atMs + (hash % keptMs)) / keptMs);
    return createRandom(seed, hash, turn).chance(share) ? error('NAME_NOT_RESOLVED') : null;
  });
  return { world, conditions: [] };
}

function outage(setting: Setting, step: 'connect' | 'resolve', end: ReturnType<typeof error>) {
  const world = aWorld(setting);
  const fromMs = setting.startMs + setting.random.between(0.5, 2) * hourMs;
  const spans = createSpans();
  spans.add(fromMs, fromMs + 2 * hourMs);
  world.obstacles.push(ending(hostsOf(aService(setting)), step, end, spans));
  return { world, conditions: [] };
}
