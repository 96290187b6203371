import { type Families, familiesOf } from '../observe/families.ts';
import type { PlannedRound } from './phases.ts';

/** Which kinds of addresses this round was seen to reach so far. */
export function familiesOfRound({ log }: PlannedRound): Families {
  const { controls, targets } = log.record;
  return familiesOf([...controls.values(), ...targets.values()].flat());
}
