import type { Confidence } from './state.ts';

export type RoutingVerdict = 'direct' | 'vpn_likely' | 'split' | 'unknown';

/** What can speak for or against a route; each is a message `signal.<id>` in every language. */
export const signalIds = [
  'exit-abroad',
  'exit-at-home',
  'echoes-disagree',
  'families-differ',
  'few-echoes',
  'clock-there',
  'clock-elsewhere',
  'home-there',
  'home-elsewhere',
  'clock-at-exit',
  'language-of-home',
  'network-hosting',
  'network-relay',
  'network-access',
  'tunnel-warp',
  'tunnel-tor',
  'tunnel-gateway',
  'tunnel-none',
  'canaries-open',
  'canaries-blocked',
  'home-only-opens',
  'home-only-refuses',
  'exits-same',
  'exits-differ',
  'calls-same',
  'calls-differ',
  'addresses-reserved',
  'addresses-private',
  'addresses-shared',
  'exit-changed',
  'exit-changed-services',
  'answers-too-fast-for-home',
  'connections-end-nearby',
  'browser-proxy',
] as const;

export type SignalId = (typeof signalIds)[number];

export interface RoutingSignal {
  id: SignalId;
  /** Signals of different kinds do not fail together. */
  kind:
    | 'exit'
    | 'settings'
    | 'network'
    | 'tunnel'
    | 'filter'
    | 'home-only'
    | 'comparison'
    | 'calls'
    | 'addresses'
    | 'shared'
    | 'change'
    | 'distance'
    | 'connection'
    | 'proxy';
  points: 'vpn' | 'direct' | 'split' | 'none';
  strength: 'weak' | 'strong';
  /** An English sentence. */
  detail: string;
}

/** A suggestion, and what speaks for and against it. */
export interface RoutingResult {
  verdict: RoutingVerdict;
  confidence: Confidence;
  /** ISO 3166-1 alpha-2; left out unless the person lets it be kept. */
  exitCountry?: string;
  exitAsn?: number;
  signals: RoutingSignal[];
}

/** The last look at the route, which not every round takes. */
export interface SeenRoute {
  /** ISO 8601 UTC: when its round started. */
  at: string;
  routing: RoutingResult;
}

/** Whether calls leave from where pages do. `unknown`: not reported, not comparable, or not asked. */
export type CallExit = 'same' | 'different' | 'unknown';

/** A proxy between the browser and the server. */
export type ProxyKind = 'http' | 'socks';
