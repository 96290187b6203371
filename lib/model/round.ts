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

/** Whether a round was made in Firefox, which tells less of connections and keeps others. */
export function isFirefox({ browser }: Pick<Software, 'browser'>): boolean {
  return browser.startsWith('Firefox');
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

/** The evidence besides the attempts on targets; together they let the verdicts be drawn again. */
export interface RoundCircumstances {
  /** The browser's own report on the link. */
  online: boolean;
  /** Median of the controls' times in earlier rounds, in milliseconds; null where there were too few. */
  usualMs: number | null;
  /** ISO 8601 UTC; the attempts on controls until then decided the first gate. */
  gateOpenedAt: string;
  controls: { id: string; attempts: Attempt[] }[];
  gates: Gate[];
  resolutions: Resolution[];
  addressProbes: AddressProbe[];
  /** Ids of planned targets for which the browser lacks the permission. */
  forbidden: string[];
  /** True where hosts of the home country were not asked, as the route might be a detour. */
  homeSpared?: boolean;
  /** True where they were asked all the same, as the person wants it: what they show counts for nothing else. */
  homeUncounted?: boolean;
  /** Ids of targets that are to be repeated yet, and may then fail; left out without any, as at a round's end. */
  awaited?: string[];
}
