import { createObserver } from './count/observer.ts';
import { addTallies, emptyTally, type Tally } from './count/tally.ts';
import { live } from './person.ts';
import { byHandSituations } from './situations/by-hand.ts';
import { situations } from './situations/index.ts';
import { pairSituations } from './situations/pairs.ts';
import type { Kind, Situation } from './situations/situation.ts';
import { hashOf } from './time/random.ts';

export interface Job {
  seed: number;
  /** Total number of rounds in benign situations, and of rounds with interference. */
  rounds: number;
  /** Rounds of each pair of faults; no pairs if omitted. */
  pairRounds?: number;
  /** Rounds of each benign situation by hand; none if omitted. */
  handRounds?: number;
  /** Ids of situations; all if omitted. */
  only?: readonly string[];
}

/** Some people of one situation, counted from 0. */
export interface Piece {
  situation: string;
  from: number;
  /** The first who is not in it. */
  to: number;
}

const roundsOfPerson = 60;
const peopleOfPiece = 20;
/**
 * Rounds of each kind, as a share of the benign rounds: confidence is judged over as many of both. Of what cannot be told from
 * interference there are a few situations; each gets as many as one with interference.
 */
const shares: Record<Kind, number> = { benign: 1, interference: 1, lookalike: 0.064 };

/** Limits and thresholds of the product were chosen by runs with this seed; a report needs another. */
export const tuningSeed = 1;

/** A job in pieces, which may be done in any order. */
export function piecesOf(job: Job): Piece[] {
  return situationsOf(job).flatMap((situation) => {
    const people = peopleOf(job, situation);
    return Array.from({ length: Math.ceil(people / peopleOfPiece) }, (_, piece) => ({
      situation: situation.id,
      from: piece * peopleOfPiece,
      to: Math.min(people, (piece + 1) * peopleOfPiece),
    }));
  });
}

/** Deterministic for a job and piece. */
export async function simulate(job: Job, { situation: id, from, to }: Piece): Promise<Tally> {
  const situation = situationsOf(job).find((one) => one.id === id);
  if (situation === undefined) throw new Error(`No situation is called "${id}"`);
  let total = emptyTally(situation);
  for (let number = from; number < to; number += 1) {
    // A hash of the id and not an index: an added situation must not change the others.
    const person = {
      situation,
      seeds: [job.seed, hashOf(id), number],
      rounds: roundsOf(situation),
    };
    const observer = createObserver(person);
    await live(person, observer.note);
    total = addTallies(total, observer.tally());
  }
  return total;
}

/** @param tallies of all pieces, in their order */
export function combine(job: Job, tallies: readonly Tally[]): Tally[] {
  return situationsOf(job).map((situation) =>
    tallies
      .filter((one) => one.situation === situation.id)
      .reduce(addTallies, emptyTally(situation)),
  );
}

function situationsOf({ only, pairRounds = 0, handRounds = 0 }: Job): Situation[] {
  const all = [
    ...situations,
    ...(pairRounds > 0 ? pairSituations : []),
    ...(handRounds > 0 ? byHandSituations : []),
  ];
  return all.filter(({ id }) => only === undefined || only.includes(id));
}

/** What has a number of rounds of its own. */
export function isApart({ family }: Pick<Situation, 'family'>): boolean {
  return family === 'pair' || family === 'by hand';
}

function roundsOf({ rounds = roundsOfPerson }: Situation): number {
  return rounds;
}

/** Divides each kind's rounds evenly among its situations, rounded up. */
function peopleOf(job: Job, situation: Situation): number {
  const { family, kind } = situation;
  if (family === 'pair') return Math.ceil((job.pairRounds ?? 0) / roundsOf(situation));
  if (family === 'by hand') return Math.ceil((job.handRounds ?? 0) / roundsOf(situation));
  const alike = situationsOf(job).filter((one) => one.kind === kind && !isApart(one));
  const rounds = (job.rounds * shares[situation.kind]) / alike.length;
  return Math.ceil(rounds / roundsOf(situation));
}
