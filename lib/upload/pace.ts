import type { UploadProblem } from './status.ts';

const mostRounds = 16;

/** How many rounds a request holds, by what became of the ones before it in a run. */
export interface Pace {
  /** How many rounds to send at once. */
  readonly size: number;
  /** Sends fewer at once; false for a single one. */
  halve(rounds: number): boolean;
  accepted(): void;
  /** A single round was refused for good. Says whether the endpoint has shown that it takes others. */
  refused(problem: UploadProblem): boolean;
  /** The endpoint takes other rounds, whatever it refuses. */
  trust(): void;
  /** Of the last refusal. */
  readonly problem: UploadProblem | null;
}

/** Fewer rounds after a refusal, so that the one that is not taken is found; more again once some are taken. */
export function createPace(): Pace {
  let size = mostRounds;
  let isTrusted = false;
  let takesSome = false;
  let problem: UploadProblem | null = null;
  return {
    get size() {
      return size;
    },
    get problem() {
      return problem;
    },
    halve(rounds) {
      if (rounds === 1) return false;
      size = Math.ceil(rounds / 2);
      return true;
    },
    accepted() {
      size = Math.min(mostRounds, size * 2);
      takesSome = true;
    },
    refused(why) {
      problem = why;
      const isTaking = isTrusted || takesSome;
      // A second one in a row may be the endpoint's fault again.
      takesSome = false;
      return isTaking;
    },
    trust() {
      isTrusted = true;
    },
  };
}
