import { createConverse } from '../probe/converse.ts';
import type { DeepProbes } from '../probe/deep-probes.ts';
import { createResourceTimings } from '../probe/resource-timings.ts';
import type { Timings } from '../probe/timings.ts';

/** Deep probes by this very document. */
export function createDeepProbes(
  readEntry: (entry: PerformanceResourceTiming) => Timings,
): DeepProbes {
  return {
    converse: createConverse({
      fetch: (input, init) => fetch(input, init),
      timings: createResourceTimings(readEntry),
      now: () => new Date(),
    }),
    close: async () => undefined,
  };
}
