/**
 * Gives the whole milliseconds since it was started. Not by the time of day: somebody may set that meanwhile.
 * @param clock milliseconds since any fixed moment
 */
export function startStopwatch(clock: () => number): () => number {
  const started = clock();
  return () => Math.round(clock() - started);
}
