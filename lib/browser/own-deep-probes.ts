import { createConverse } from '../probe/converse.ts';
import type { DeepProbes } from '../probe/deep-probes.ts';
import { createResourceTimings } from '../probe/resource-timings.ts';

/** Deep probes by this very document. */
export function createDeepProbes(): DeepProbes {
  return {
    converse: createConverse({
      fetch: (input, init) => fetch(input, init),
      timings: createResourceTimings(),
      now: () => new Date(),
    }),
    close: async () => undefined,
  };
}
