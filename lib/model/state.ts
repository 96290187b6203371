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

export function isBlocked(state: ServiceState): state is 'blocked' | 'likely_blocked' {
  return state === 'blocked' || state === 'likely_blocked';
}

/** The graver, the higher. */
export const severity: Record<ServiceState, number> = {
  blocked: 5,
  likely_blocked: 4,
  down: 3,
  impaired: 2,
  insufficient: 1,
  ok: 0,
};

/**
 * Whether a round that saw a state confirms the one before it, which saw another. `blocked` and `likely_blocked` confirm each
 * other. Every other state confirms one that lies on its side of what is shown: a service that alternates between `ok` and
 * `impaired` is no longer blocked, and one that alternates between `down` and `likely_blocked` does not open.
 * @param shown the state after hysteresis
 */
export function confirms(seen: ServiceState, before: ServiceState, shown: ServiceState): boolean {
  if (seen === before) return true;
  if (isBlocked(seen)) return isBlocked(before);
  if (isBlocked(shown) && isBlocked(before)) return false;
  const sideOf = (one: ServiceState) => Math.sign(severity[one] - severity[shown]);
  return sideOf(before) === sideOf(seen);
}
