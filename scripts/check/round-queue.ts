import type { Round } from '../../lib/model/round.ts';

/** Hands rounds to a reader as they come. */
export interface RoundQueue {
  /** To be iterated once. */
  rounds: AsyncIterable<Round>;
  /** Resolves once the reader is done with the round, as it asks for the next. */
  add(round: Round): Promise<void>;
  end(): void;
}

export function createRoundQueue(): RoundQueue {
  const waiting: { round: Round; onDone: () => void }[] = [];
  let isEnded = false;
  let wake = (): void => {};

  async function* read(): AsyncGenerator<Round> {
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) {
        yield next.round;
        next.onDone();
      } else if (isEnded) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }

  return {
    rounds: read(),
    add(round) {
      return new Promise((resolve) => {
        waiting.push({ round, onDone: resolve });
        wake();
      });
    },
    end() {
      isEnded = true;
      wake();
    },
  };
}
