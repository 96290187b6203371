/** Runs steps one after the other, whatever becomes of the one before. */
export type Queue = <Result>(step: () => Promise<Result>) => Promise<Result>;

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (step) => {
    const running = last.then(step);
    last = running.catch(() => undefined);
    return running;
  };
}
