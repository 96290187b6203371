import type { DashboardId } from '../i18n/dashboard-text.ts';
import type { SummedState } from '../model/rollup.ts';
import type { ServiceResult } from '../model/service.ts';
import type { Scope, ServiceState } from '../model/state.ts';
import { wordOf } from './service.ts';

/** A state in the word of a row, or in more where that is too short to stand alone. */
export function fullWordOf(state: SummedState, scope?: Scope): DashboardId {
  if (state === 'likely_blocked' && scope === 'network') return 'state.network';
  return state === 'impaired' || state === 'network' ? `state.${state}` : `word.${state}`;
}

/** The same of a service in a check; where nothing is known, perhaps because nothing was asked. */
export function fullWordIn(
  { reason }: Pick<ServiceResult, 'reason'>,
  state: ServiceState,
): DashboardId {
  return state === 'insufficient' ? wordOf({ state, reason }) : fullWordOf(state);
}
