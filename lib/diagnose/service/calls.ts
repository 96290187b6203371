import { isDomestic } from '../../catalog/domestic.ts';
import type { Catalog, Service } from '../../catalog/schema.ts';
import type { Reason } from '../../model/reason.ts';
import type { ServiceState } from '../../model/state.ts';
import type { ControlEvidence } from '../evidence/control-evidence.ts';
import { isControlReached } from '../network/network.ts';

/** Whether UDP, which calls use, gets through to STUN servers abroad and inside the country. */
export interface CallReachability {
  foreign: CallReach;
  domestic: CallReach;
}

/** `silent`: asked without an answer. `unknown`: not asked, or without a valid attempt. */
export type CallReach = 'open' | 'silent' | 'unknown';

/** What neutral servers show about calls: never that they work, and never that they are blocked. */
export interface CallsVerdict {
  state: Extract<ServiceState, 'insufficient'>;
  reason: Reason;
}

export function callReachabilityOf(controls: readonly ControlEvidence[]): CallReachability {
  const reachOf = (group: ControlEvidence['group']): CallReach => {
    const asked = controls.filter((control) => control.group === group);
    if (asked.some(isControlReached)) return 'open';
    const measured = asked.flatMap(({ attempts }) => attempts).some((attempt) => attempt.valid);
    return measured ? 'silent' : 'unknown';
  };
  return { foreign: reachOf('calls-foreign'), domestic: reachOf('calls-domestic') };
}

/**
 * A STUN answer shows that the network lets calls' packets through; silence shows that it may not. Neither shows
 * whether one service's calls connect: its relays are other servers, behind a login. So the state is
 * `insufficient`, with the reason for what was seen.
 * @param service for a domestic one, domestic STUN servers suffice
 */
export function diagnoseCalls(
  reach: CallReachability,
  service: Pick<Service, 'id' | 'operatorCountry'>,
  home: Pick<Catalog['home'], 'country' | 'languages' | 'limitedCalls'>,
): CallsVerdict {
  const reason = reasonOf(reach, isDomestic(service, home));
  // What is publicly known is no observation, so it yields to packets that were seen not to get through.
  const leavesOpen = reason === 'calls-path-open' || reason === 'calls-not-asked';
  const isLimited = home.limitedCalls?.includes(service.id) === true;
  return { state: 'insufficient', reason: leavesOpen && isLimited ? 'calls-limited' : reason };
}

function reasonOf({ foreign, domestic }: CallReachability, isForDomestic: boolean): Reason {
  if (foreign === 'open') return 'calls-path-open';
  if (domestic === 'open' && isForDomestic) return 'calls-path-open';
  if (foreign === 'unknown') return 'calls-not-asked';
  return domestic === 'open' ? 'calls-path-domestic' : 'calls-path-closed';
}
