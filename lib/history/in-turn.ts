/** Runs steps one after the other, whatever becomes of the one before. */
export type Turns = <Result>(step: () => Promise<Result>) => Promise<Result>;

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (step) => {
    const running = last.then(step);
    last = running.catch(() => undefined);
    return running;
  };
}
