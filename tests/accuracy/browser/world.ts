import type { Line } from '../line/line.ts';
import type { Spans } from '../time/spans.ts';
import type { Obstacle } from './flow.ts';
import type { LookUp } from './servers.ts';

/** All that is around one simulated browser. */
export interface World {
  line: Line;
  obstacles: Obstacle[];
  lookUp: LookUp;
  /** Another network begins: what is under way is cut off with `ERR_NETWORK_CHANGED`. */
  changes: Spans;
  /** The browser knows that it has no link. */
  unlinked: Spans;
  /** The computer sleeps: nothing happens until it wakes. */
  asleep: Spans;
}
