import type {
  Confidence,
  Locus,
  Mechanism,
  NetworkState,
  Scope,
  ServiceState,
} from '../../lib/round/types.ts';
import type { WorldDescription } from './world-description.ts';

/** A world, and what an honest checker may say in it. Written before the code's answer is known. */
export interface Scenario {
  name: string;
  world: WorldDescription;
  network: NetworkState[];
  /** Expectations by service id. */
  services?: Record<string, Expectation>;
  /** What is expected of every service that is not named above. */
  others: Expectation;
  /** The round ends within this time, in milliseconds. */
  withinMs?: number;
}

export interface Expectation {
  states: ServiceState[];
  /** The deepest labels that the evidence supports; at least one of them, and none beside them. */
  mechanisms?: Mechanism[];
  confidence?: Confidence[];
  scope?: Scope;
  locus?: Locus;
}
