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

/** The same of a service in a check; where nothing is known, perhaps because nothing was asked. */
export function fullWordIn(
  { reason, scope }: Pick<ServiceResult, 'reason' | 'scope'>,
  state: ServiceState,
): DashboardId {
  return state === 'insufficient' ? wordOf({ state, reason }) : fullWordOf(state, scope);
}
