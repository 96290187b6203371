import type { Round, Software } from '../../model/round.ts';

/** What a bundle says of the rounds in it. */
export interface Tally {
  rounds: number;
  /** ISO 8601 UTC of the earliest and the latest start; null without rounds. */
  first: string | null;
  last: string | null;
  /** Values that occur, in the order of their first round. */
  versions: Record<keyof Software, string[]>;
}

/** Counts rounds while somebody else reads them. */
export function createTally(): {
  count(rounds: AsyncIterable<Round>): AsyncIterable<Round>;
  result(): Tally;
} {
  let tally: Tally = {
    rounds: 0,
    first: null,
    last: null,
    versions: { version: [], logic: [], catalog: [], browser: [] },
  };
  return {
    async *count(rounds) {
      for await (const round of rounds) {
        tally = withRound(tally, round);
        yield round;
      }
    },
    result: () => tally,
  };
}

function withRound({ rounds, first, last, versions }: Tally, round: Round): Tally {
  const { startedAt, software } = round;
  return {
    rounds: rounds + 1,
    first: first === null || startedAt < first ? startedAt : first,
    last: last === null || startedAt > last ? startedAt : last,
    versions: {
      version: withNew(versions.version, software.version),
      logic: withNew(versions.logic, software.logic),
      catalog: withNew(versions.catalog, software.catalog),
      browser: withNew(versions.browser, software.browser),
    },
  };
}

function withNew(list: string[], one: string): string[] {
  return list.includes(one) ? list : [...list, one];
}
