import type { ResolverPath } from './resolution.ts';
import type { Confidence, NetworkState } from './state.ts';

export type ControlGroup =
  | 'foreign'
  | 'domestic'
  | 'dns'
  | 'portal'
  | 'filter'
  | 'transfer'
  | 'calls-foreign'
  | 'calls-domestic';

export interface ControlResult {
  id: string;
  group: ControlGroup;
  ok: boolean;
  failure: string | null;
  totalMs: number | null;
}

/** What makes a network `degraded`, or which kind of allowlist it is. */
export type NetworkTrouble =
  | 'certificates'
  /** This computer's clock is off by more than a day. */
  | 'clock'
  /** No name is found, and servers answer by their addresses. */
  | 'resolver'
  /** Something answers, and what fails has no one cause. */
  | 'unclear'
  | 'loss'
  | 'slow'
  | 'unmeasured'
  /** No neutral site could be measured, and it is the proxy that this browser uses that fails. */
  | 'proxy'
  /** It worked when the round began, and no more when it ended. */
  | 'broke-down'
  /** Of an allowlist: no control answers, and single services do. */
  | 'only-services';

export interface NetworkResult {
  state: NetworkState;
  confidence: Confidence;
  /** Only where it says more than the state. */
  trouble?: NetworkTrouble;
  resolverPath: ResolverPath;
  controls: ControlResult[];
}

/** One pass over the controls, at the start, in the middle or at the end of a round. */
export interface Gate {
  /** ISO 8601 UTC, before the controls were asked. */
  startedAt: string;
  finishedAt: string;
  passed: boolean;
}
