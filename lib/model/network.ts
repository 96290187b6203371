import type { ResolverPath } from './resolution.ts';
import type { Confidence, NetworkState } from './state.ts';

export type ControlGroup =
  | 'foreign'
  | 'domestic'
  | 'dns'
  | 'portal'
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

export interface NetworkResult {
  state: NetworkState;
  confidence: Confidence;
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
