import { situations } from './index.ts';
import { mergeScenes } from './merge-scenes.ts';
import type { Situation } from './situation.ts';

/** Ids of the situations of which each two act together. */
const combined = [
  'strong loss',
  'bursts of loss',
  'crowded router',
  'flaky name server',
  'failing alike, 3 %',
  'dead witnesses',
  '50 % loss to five services',
  'one bad edge',
  'negative caching',
  'slow service',
  'name removed',
  'reset on name',
  'silence on name',
  'address dropped',
  'reset by chance, 50 %',
];

/** Interference in either makes it interference. */
export const pairSituations: Situation[] = combined
  .map(situationById)
  .flatMap((left, index, all) => all.slice(index + 1).map((right) => pairOf(left, right)));

function pairOf(left: Situation, right: Situation): Situation {
  const hindered = [left, right].some(({ kind }) => kind === 'interference');
  return {
    id: `${left.id} + ${right.id}`,
    kind: hindered ? 'interference' : 'benign',
    family: 'pair',
    about: `${left.about} ${right.about}`,
    isSteady: left.isSteady === true && right.isSteady === true,
    create: (setting) => mergeScenes(left.create(setting), right.create(setting)),
  };
}

function situationById(id: string): Situation {
  const found = situations.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No situation "${id}"`);
  return found;
}
