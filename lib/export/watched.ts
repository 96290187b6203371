import type { Round } from '../model/round.ts';

interface Watch {
  /** Ends the iteration with the signal's reason. */
  signal: AbortSignal;
  /** Called before each round is handed on. */
  onRound: () => void;
}

/** The same rounds, watched. They can be iterated as often as those that are given. */
export function watched(
  rounds: AsyncIterable<Round>,
  { signal, onRound }: Watch,
): AsyncIterable<Round> {
  return {
    async *[Symbol.asyncIterator]() {
      for await (const round of rounds) {
        signal.throwIfAborted();
        onRound();
        yield round;
      }
    },
  };
}
