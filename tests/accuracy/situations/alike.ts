import { type Ending, error, type Step, silence } from '../browser/flow.ts';
import { aWorld } from './lines.ts';
import { benign, type Situation } from './situation.ts';

const manners: readonly [Manner, ...Manner[]] = [
  { step: 'connect', ending: silence },
  { step: 'connect', ending: error('CONNECTION_REFUSED') },
  { step: 'hello', ending: error('CONNECTION_RESET') },
  { step: 'hello', ending: silence },
  { step: 'request', ending: silence },
];

interface Manner {
  step: Step;
  ending: Ending;
}

/** A share of all new connections, or of all requests, fails, whatever they lead to. */
export const alikeSituations: Situation[] = [
  ...[1, 3, 5].map((percent): Situation => ({ ...failingAlike(percent), family: 'alike' })),
  // So many fail that a few in a row are chance, and some checks cannot judge.
  ...[10, 20, 30].map(failingAlike),
];

function failingAlike(percent: number): Situation {
  return {
    ...benign(
      `failing alike, ${percent} %`,
      `${percent} % of all new connections are dropped, refused or reset, or of all requests left unanswered, wherever they lead.`,
    ),
    isSteady: true,
    create(setting) {
      const { random } = setting;
      const { step, ending } = random.pick(manners);
      const world = aWorld(setting);
      world.obstacles.push((_flow, at) =>
        at === step && random.chance(percent / 100) ? ending : null,
      );
      return { world, conditions: [] };
    },
  };
}
