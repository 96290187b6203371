import type { NetworkTrouble } from '../../model/network.ts';
import type { Confidence, NetworkState } from '../../model/state.ts';

/** What is known of the network in a round. */
export interface NetworkVerdict {
  state: NetworkState;
  confidence: Confidence;
  /** Null in most states but `degraded`. */
  trouble: NetworkTrouble | null;
}
