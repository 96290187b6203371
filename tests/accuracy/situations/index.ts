import { interferenceSituations } from './interference.ts';
import { lookalikeSituations } from './lookalikes.ts';
import { lossySituations } from './lossy.ts';
import type { Situation } from './situation.ts';
import { troubledEndSituations } from './troubled-ends.ts';
import { troubledLineSituations } from './troubled-lines.ts';

/** Ids must be unique, since they are part of the seeds. */
export const situations: Situation[] = [
  ...lossySituations,
  ...troubledLineSituations,
  ...troubledEndSituations,
  ...interferenceSituations,
  ...lookalikeSituations,
];
