import { createObserver } from './count/observer.ts';
import { addTallies, emptyTally, type Tally } from './count/tally.ts';
import { live } from './person.ts';
import { situations } from './situations/index.ts';
import type { Kind, Situation } from './situations/situation.ts';
import { hashOf } from './time/random.ts';

export interface Job {
  seed: number;
  /** Total number of rounds in benign situations. */
  rounds: number;
  /** Ids of situations; all if omitted. */
  only?: readonly string[];
}

/** One worker's part of a job: every n-th person. */
export interface Part {
  worker: number;
  workers: number;
}

const roundsOfPerson = 60;
/** Rounds of each other kind, as a share of the benign rounds. */
const shares: Record<Kind, number> = { benign: 1, interference: 0.4, lookalike: 0.05 };

/** One tally per situation and person. Deterministic for a job and part. */
export async function simulate(job: Job, part: Part): Promise<Tally[][]> {
  const all: Tally[][] = [];
  for (const situation of situationsOf(job)) {
    const tallies: Tally[] = [];
    const people = peopleOf(job, situation.kind);
    for (let number = part.worker; number < people; number += part.workers) {
      // A hash of the id and not an index: an added situation must not change the others.
      const person = {
        situation,
        seeds: [job.seed, hashOf(situation.id), number],
        rounds: roundsOfPerson,
      };
      const observer = createObserver(person);
      await live(person, observer.note);
      tallies.push(observer.tally());
    }
    all.push(tallies);
  }
  return all;
}

/** Combines the parts of all workers in the order of people, whichever worker ran them. */
export function combine(job: Job, parts: readonly Tally[][][]): Tally[] {
  return situationsOf(job).map((situation, index) => {
    const columns = parts.map((part) => part[index] ?? []);
    const longest = Math.max(0, ...columns.map((column) => column.length));
    const ordered = Array.from({ length: longest }, (_, row) =>
      columns.flatMap((column) => column[row] ?? []),
    ).flat();
    return ordered.reduce(addTallies, emptyTally(situation));
  });
}

function situationsOf({ only }: Job): Situation[] {
  return situations.filter(({ id }) => only === undefined || only.includes(id));
}

/** Divides each kind's rounds evenly among its situations, rounded up. */
function peopleOf(job: Job, kind: Kind): number {
  const ofKind = situationsOf(job).filter((situation) => situation.kind === kind).length;
  return Math.ceil((job.rounds * shares[kind]) / ofKind / roundsOfPerson);
}
