import { createObserver } from './count/observer.ts';
import { addTallies, emptyTally, type Tally } from './count/tally.ts';
import { live } from './person.ts';
import { situations } from './situations/index.ts';
import type { Kind, Situation } from './situations/situation.ts';
import { hashOf } from './time/random.ts';

export interface Job {
  seed: number;
  /** Rounds of benign situations, all together. */
  rounds: number;
  /** Ids of situations; all where it is left out. */
  only?: readonly string[];
}

/** This worker's part of a job: it takes every so manieth person. */
export interface Part {
  worker: number;
  workers: number;
}

const roundsOfPerson = 60;
/** Rounds of the other kinds, as a share of the benign ones. */
const shares: Record<Kind, number> = { benign: 1, interference: 0.4, lookalike: 0.05 };

/** One tally for each situation and person, by number; the same for the same job and part. */
export async function simulate(job: Job, part: Part): Promise<Tally[][]> {
  const all: Tally[][] = [];
  for (const situation of situationsOf(job)) {
    const tallies: Tally[] = [];
    const people = peopleOf(job, situation.kind);
    for (let number = part.worker; number < people; number += part.workers) {
      // Not by place: a situation more must not change what happens in the others.
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

/** Puts the parts of all workers together, in the order of people, whoever did them. */
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

/** Each kind's rounds are shared alike among its situations; never fewer than asked for. */
function peopleOf(job: Job, kind: Kind): number {
  const ofKind = situationsOf(job).filter((situation) => situation.kind === kind).length;
  return Math.ceil((job.rounds * shares[kind]) / ofKind / roundsOfPerson);
}
