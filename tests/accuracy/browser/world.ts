import type { Line } from '../line/line.ts';
import type { Spans } from '../time/spans.ts';
import type { ByteLimit } from './connection.ts';
import type { Delay, Flow, Obstacle } from './flow.ts';
import type { Http3 } from './http3.ts';
import type { LookUp } from './servers.ts';

/** The environment of one simulated browser. */
export interface World {
  line: Line;
  obstacles: Obstacle[];
  lookUp: LookUp;
  delays: Delay[];
  /** How fast something on the path lets a transfer through; as fast as the line where left out. */
  bytesPerSecond?: (flow: Flow, atMs: number) => number;
  /** How much a connection that is opened now may carry; as much as it likes where left out. */
  limitOf?: (flow: Flow, atMs: number) => ByteLimit | null;
  /** Nobody speaks it where left out. */
  http3?: Http3;
  /** All addresses of a name, in the order in which resolvers give them. */
  addressesOf: (host: string) => readonly string[];
  /** The addresses that the browser is given; those of `addressesOf` if left out. */
  reachedAt?: (host: string) => readonly string[];
  /** The network changes: requests in flight end with `ERR_NETWORK_CHANGED`. */
  changes: Spans;
  /** The link is down, and the browser knows it. */
  unlinked: Spans;
  /** The computer sleeps: nothing runs until it wakes. */
  asleep: Spans;
}
