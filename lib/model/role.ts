import { isBlocked, type ServiceState } from './state.ts';

export type Role = 'web' | 'messages' | 'media' | 'calls' | 'registration' | 'api' | 'login';

/** A use as one of its service: that calls' own servers answer says nothing of calls over one that does not open. */
export function stateWithin(
  service: { state: ServiceState },
  { role, state }: { role: Role; state: ServiceState },
): ServiceState {
  return role === 'calls' && state === 'ok' && isBlocked(service.state) ? 'insufficient' : state;
}
