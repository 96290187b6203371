import type { FailedOperation } from './attempt.ts';
import type { ResolverPath } from './resolution.ts';
import type { Role } from './role.ts';
import type { Trigger } from './round.ts';
import type { RoutingVerdict } from './route.ts';
import type { Confidence, Locus, NetworkState, Scope, ServiceState } from './state.ts';

/** The words of a union type, of which none can be forgotten here. */
export function wordsOf<Word extends string>(words: Record<Word, true>): readonly Word[] {
  return Object.keys(words) as Word[];
}

export const triggers = wordsOf<Trigger>({
  schedule: true,
  manual: true,
  'network-change': true,
  startup: true,
  confirm: true,
});

export const networkStates = wordsOf<NetworkState>({
  normal: true,
  allowlist: true,
  captive_portal: true,
  offline: true,
  degraded: true,
});

export const serviceStates = wordsOf<ServiceState>({
  ok: true,
  impaired: true,
  blocked: true,
  likely_blocked: true,
  down: true,
  insufficient: true,
});

export const confidences = wordsOf<Confidence>({ low: true, medium: true, high: true });

export const scopes = wordsOf<Scope>({ service: true, network: true });

export const loci = wordsOf<Locus>({
  network: true,
  server_side: true,
  local: true,
  unknown: true,
});

export const roles = wordsOf<Role>({
  web: true,
  messages: true,
  media: true,
  calls: true,
  registration: true,
  api: true,
  login: true,
});

export const failedOperations = wordsOf<FailedOperation>({
  resolve: true,
  connect: true,
  tls_handshake: true,
  http_round_trip: true,
  read: true,
  write: true,
});

export const resolverPaths = wordsOf<ResolverPath>({
  system: true,
  secure_dns: true,
  unknown: true,
});

export const routes = wordsOf<RoutingVerdict>({
  direct: true,
  vpn_likely: true,
  split: true,
  unknown: true,
});
