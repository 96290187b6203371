import type { Attempt } from './attempt.ts';
import type { Gate, NetworkResult } from './network.ts';
import type { AddressProbe, Resolution } from './resolution.ts';
import type { RoutingResult } from './route.ts';
import type { ServiceResult } from './service.ts';

export type Trigger = 'schedule' | 'manual' | 'network-change' | 'startup' | 'confirm';

export interface Software {
  version: string;
  logic: string;
  catalog: string;
  browser: string;
}

export interface Round {
  schema: 'dozvon.round/1';
  id: string;
  /** ISO 8601 UTC with milliseconds. */
  startedAt: string;
  finishedAt: string;
  trigger: Trigger;
  software: Software;
  network: NetworkResult;
  routing: RoutingResult;
  services: ServiceResult[];
  circumstances: RoundCircumstances;
}

/** What the verdicts rest on beside the attempts on targets: with it they can be drawn again. */
export interface RoundCircumstances {
  /** What the browser said of the link. */
  online: boolean;
  /** Median of the controls' times in earlier rounds; null where there were too few. */
  usualMs: number | null;
  /** ISO 8601 UTC; what was seen of the controls until then decided the network's state. */
  gateOpenedAt: string;
  controls: { id: string; attempts: Attempt[] }[];
  gates: Gate[];
  resolutions: Resolution[];
  addressProbes: AddressProbe[];
  /** Ids of planned targets that the browser does not let us probe. */
  forbidden: string[];
}
