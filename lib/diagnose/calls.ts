import { home } from '../catalog/home.ts';
import type { Reason } from '../model/reason.ts';
import type { ServiceState } from '../model/state.ts';
import { type ControlEvidence, isReached } from './network.ts';

/** Whether UDP, which calls use, gets through to STUN servers abroad and inside the country. */
export interface CallReachability {
  foreign: CallReach;
  domestic: CallReach;
}

/** `silent`: asked without an answer. `unknown`: not asked, or without a valid attempt. */
export type CallReach = 'open' | 'silent' | 'unknown';

/** A verdict on calls without placing one, so never `blocked`. */
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
 * A STUN answer shows that the network lets calls' packets through; silence shows that it may not. Neither shows
 * whether one service's calls connect: its relays are other servers, behind a login.
 * @param operatorCountry the service's; for a domestic service, domestic STUN servers suffice
 */
export function diagnoseCalls(reach: CallReachability, operatorCountry: string): CallsVerdict {
  const { foreign, domestic } = reach;
  if (foreign === 'open') return { state: 'ok', reason: 'calls-path-open' };
  if (domestic === 'open' && operatorCountry === home.country) {
    return { state: 'ok', reason: 'calls-path-open' };
  }
  if (foreign === 'unknown') return { state: 'insufficient', reason: 'calls-not-asked' };
  return domestic === 'open'
    ? { state: 'insufficient', reason: 'calls-path-domestic' }
    : { state: 'insufficient', reason: 'calls-path-closed' };
}
