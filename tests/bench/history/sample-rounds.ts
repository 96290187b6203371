import type { Round } from '../../../lib/model/round.ts';
import { live } from '../../accuracy/person.ts';
import { situations } from '../../accuracy/situations/index.ts';

/** Days of one kind: most are good, some have one service or all of a kind blocked. */
const ids = ['good line', 'name removed', 'reset on name, dead witnesses', 'silence on name'];
const roundsOfDay = 96;

/** Rounds as people have them, a day of each kind. */
export async function sampleDays(): Promise<Round[][]> {
  const days: Round[][] = [];
  for (const id of ids) {
    const situation = situations.find((one) => one.id === id);
    if (situation === undefined) throw new Error(`There is no situation ${id}.`);
    const rounds: Round[] = [];
    await live({ situation, seeds: [20, 1], rounds: roundsOfDay }, ({ round }) =>
      rounds.push(round),
    );
    days.push(rounds);
  }
  return days;
}
