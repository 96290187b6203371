export type NetworkState = 'normal' | 'allowlist' | 'captive_portal' | 'offline' | 'degraded';

export type ServiceState =
  | 'ok'
  | 'impaired'
  | 'blocked'
  | 'likely_blocked'
  | 'down'
  | 'insufficient';

export type Confidence = 'low' | 'medium' | 'high';

export type Scope = 'service' | 'network';

/** `local`: a filter of this computer, household or organisation. */
export type Locus = 'network' | 'server_side' | 'local' | 'unknown';

export function isBlocked(state: ServiceState): boolean {
  return state === 'blocked' || state === 'likely_blocked';
}
