import { situations } from './index.ts';
import type { Situation } from './situation.ts';

/** So many checks, a minute apart. */
const checks = 20;

/** What is benign, as it looks to a person who checks again and again: over connections that were open before. */
export const byHandSituations: Situation[] = situations
  .filter(({ kind }) => kind === 'benign')
  .map((one) => ({
    ...one,
    id: `${one.id}, by hand`,
    family: 'by hand',
    rounds: checks,
    byHand: true,
  }));
