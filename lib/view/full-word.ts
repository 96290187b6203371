import type { DashboardId } from '../i18n/dashboard-text.ts';
import type { ServiceResult } from '../model/service.ts';
import type { Scope, ServiceState } from '../model/state.ts';
import { wordOf } from './service.ts';

/** A state in full words. What did not open as part of a network that is shut is not called blocked. */
export function fullWordOf(state: ServiceState, scope?: Scope): DashboardId {
  return state === 'likely_blocked' && scope === 'network'
    ? 'word.likely_blocked'
    : `state.${state}`;
}

/** What one check saw of a service, in full words. */
export function seenWordOf({
  roundState: state,
  reason,
  scope,
}: Pick<ServiceResult, 'roundState' | 'reason' | 'scope'>): DashboardId {
  return state === 'insufficient' ? wordOf({ state, reason }) : fullWordOf(state, scope);
}
