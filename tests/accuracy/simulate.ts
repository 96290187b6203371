import { createObserver } from './count/observer.ts';
import { addTallies, emptyTally, type Tally } from './count/tally.ts';
import { live } from './person.ts';
import { situations } from './situations/index.ts';
import type { Kind } from './situations/situation.ts';

export interface Job {
  seed: number;
  /** Rounds of benign situations, all together. */
  rounds: number;
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
  for (const situation of situations) {
    const tallies: Tally[] = [];
    const people = peopleOf(job, situation.kind);
    for (let number = part.worker; number < people; number += part.workers) {
      const person = {
        situation,
        seeds: [job.seed, seedOf(situation.id), number],
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
export function combine(parts: readonly Tally[][][]): Tally[] {
  return situations.map((situation, index) => {
    const columns = parts.map((part) => part[index] ?? []);
    const longest = Math.max(0, ...columns.map((column) => column.length));
    const ordered = Array.from({ length: longest }, (_, row) =>
      columns.flatMap((column) => column[row] ?? []),
    ).flat();
    return ordered.reduce(addTallies, emptyTally(situation));
  });
}

/** Each kind's rounds are shared alike among its situations; never fewer than asked for. */
function peopleOf({ rounds }: Job, kind: Kind): number {
  const ofKind = situations.filter((situation) => situation.kind === kind).length;
  return Math.ceil((rounds * shares[kind]) / ofKind / roundsOfPerson);
}

/** So that a situation more does not change what happens in the others. */
function seedOf(id: string): number {
  return [...id].reduce((seed, letter) => Math.imul(seed, 31) + letter.charCodeAt(0), 7) | 0;
}
