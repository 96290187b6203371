import type { Reason } from '../model/reason.ts';
import type { ServiceState } from '../model/state.ts';
import { type ControlEvidence, isReached } from './network.ts';

/** Whether the way that calls take (UDP) is open: to servers abroad, and to those inside the country. */
export interface CallReachability {
  foreign: CallReach;
  domestic: CallReach;
}

/** `unknown`: nobody was asked, or nothing valid was seen. */
export type CallReach = 'open' | 'silent' | 'unknown';

/** What can be said of calls without anybody to call: never that they are blocked. */
export interface CallsVerdict {
  state: Extract<ServiceState, 'ok' | 'insufficient'>;
  reason: Reason;
}

export function callReachabilityOf(controls: readonly ControlEvidence[]): CallReachability {
  const reachOf = (group: ControlEvidence['group']): CallReach => {
    const asked = controls.filter((control) => control.group === group);
    if (asked.some(isReached)) return 'open';
    const measured = asked.flatMap(({ attempts }) => attempts).some((attempt) => attempt.valid);
    return measured ? 'silent' : 'unknown';
  };
  return { foreign: reachOf('calls-foreign'), domestic: reachOf('calls-domestic') };
}

/**
 * An answer shows that the network lets calls' packets through, silence that it may not. Neither shows
 * whether one service's calls connect: its relays are others, behind a login.
 * @param operatorCountry of the service; where it is the country of the domestic servers, they will do
 */
export function diagnoseCalls(reach: CallReachability, operatorCountry: string): CallsVerdict {
  const { foreign, domestic } = reach;
  if (foreign === 'open') return { state: 'ok', reason: 'calls-path-open' };
  if (domestic === 'open' && operatorCountry === domesticCountry) {
    return { state: 'ok', reason: 'calls-path-open' };
  }
  if (foreign === 'unknown') return { state: 'insufficient', reason: 'calls-not-asked' };
  return domestic === 'open'
    ? { state: 'insufficient', reason: 'calls-path-domestic' }
    : { state: 'insufficient', reason: 'calls-path-closed' };
}

/** Whose servers the catalog's domestic controls are. */
const domesticCountry = 'RU';
