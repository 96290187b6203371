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

export type Locus = 'network' | 'server_side' | 'unknown';
