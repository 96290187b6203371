/** The words of a round: what is written to history, shown, and exported as `dozvon.round/1`. */

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
export type Trigger = 'schedule' | 'manual' | 'network-change' | 'startup' | 'confirm';
export type ResolverPath = 'system' | 'secure_dns' | 'unknown';

export type Role = 'web' | 'messages' | 'media' | 'calls' | 'registration' | 'api' | 'login';

/** OONI's failure taxonomy v1, with our labels for layers that are not established. */
export type Mechanism =
  | 'dns.injection.blockpage'
  | 'dns.injection.bogon'
  | 'dns.injection.other'
  | 'dns.nxdomain'
  | 'dns.refused'
  | 'dns.timeout'
  | 'dns.error'
  | 'tcp.reset'
  | 'tcp.timeout'
  | 'tcp.refused'
  | 'tls.reset'
  | 'tls.reset.sni'
  | 'tls.timeout'
  | 'tls.timeout.sni'
  | 'tls.mitm'
  | 'tls.alert'
  | 'tls.throttle.sni'
  | 'http.blockpage'
  | 'http.redirect'
  | 'http.error'
  | 'http.timeout'
  | 'http.reset.host'
  | 'http.throttle.host'
  | 'ip.unreachable'
  | 'timeout'
  | 'reset';

export type FailedOperation =
  | 'resolve'
  | 'connect'
  | 'tls_handshake'
  | 'http_round_trip'
  | 'read'
  | 'write';

/** Why a service has its state; each is a message `reason.<id>` in every language. */
export const reasons = [
  'got-through',
  'some-roles-fail',
  'dns-withheld',
  'dns-fails',
  'no-answer',
  'cut-off',
  'cut-off-by-name',
  'handshake-fails-by-name',
  'silent-by-name',
  'refused',
  'unreachable',
  'foreign-certificate',
  'handshake-fails',
  'transfer-freezes',
  'transfer-crawls',
  'block-page',
  'legal-refusal',
  'server-error',
  'certificate-expired',
  'name-unknown',
  'unclear-failure',
  'network-offline',
  'network-portal',
  'network-degraded',
  'network-allowlist',
  'needs-permission',
  'blocked-by-extension',
  'network-changed',
  'too-few-attempts',
  'interrupted',
  'calls-path-open',
  'calls-path-closed',
  'calls-path-domestic',
  'calls-not-asked',
] as const;
export type Reason = (typeof reasons)[number];

/** One probe of one target: an observation, never a verdict. Unknown is `null`. */
export interface Attempt {
  /** 1 for the first probe of the target in the round, then 2, 3, … */
  n: number;
  /** ISO 8601 UTC with milliseconds. */
  startedAt: string;
  ok: boolean;
  /** OONI df-007 failure string. */
  failure: string | null;
  failedOperation: FailedOperation | null;
  /** The browser's raw code, as `net::ERR_CONNECTION_RESET`. Null where we gave up ourselves. */
  browserError: string | null;
  httpStatus: number | null;
  remoteIp: string | null;
  protocol: string | null;
  dnsMs: number | null;
  connectMs: number | null;
  tlsMs: number | null;
  ttfbMs: number | null;
  totalMs: number | null;
  /** Body bytes received. */
  bytes: number | null;
  freezeAtBytes: number | null;
  /** Of transfers only. Milliseconds from the start to the last byte of the body that arrived. */
  lastByteMs?: number | null;
  /**
   * Of transfers only. Of a download from its first byte to its last, of an upload from the start of the
   * attempt to the answer.
   */
  bytesPerSecond?: number | null;
  /** True where no handshake was exercised. */
  reusedConnection: boolean | null;
  /** False where the cause lies with the browser or this computer and nothing may be drawn from it. */
  valid: boolean;
}

export interface TargetResult {
  id: string;
  role: Role;
  kind: string;
  url: string;
  state: ServiceState;
  mechanisms: Mechanism[];
  /** Never seen to work here, and out of order by its own fault for long: it has no vote. */
  retired: boolean;
  attempts: Attempt[];
}

export interface RoleResult {
  role: Role;
  required: boolean;
  state: ServiceState;
  mechanisms: Mechanism[];
  /** Of a role that is not told by the service's own targets: what can be said, and what cannot. */
  reason?: Reason;
}

export interface ServiceResult {
  id: string;
  name: string;
  /** State after hysteresis: what is shown. */
  state: ServiceState;
  /** What this round alone saw. */
  roundState: ServiceState;
  confidence: Confidence;
  scope: Scope;
  locus: Locus;
  mechanisms: Mechanism[];
  reason: Reason;
  roles: RoleResult[];
  targets: TargetResult[];
}

export type ControlGroup =
  | 'foreign'
  | 'domestic'
  | 'dns'
  | 'portal'
  | 'transfer'
  | 'calls-foreign'
  | 'calls-domestic';

export interface ControlResult {
  id: string;
  group: ControlGroup;
  ok: boolean;
  failure: string | null;
  totalMs: number | null;
}

export interface NetworkResult {
  state: NetworkState;
  confidence: Confidence;
  resolverPath: ResolverPath;
  controls: ControlResult[];
}

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

/** What one DoH resolver answered for a name that the system resolver failed on. */
export interface Resolution {
  name: string;
  resolver: string;
  /** Resolvers that follow the state's list (a national or operator's one). */
  national: boolean;
  /** DNS response code as `NOERROR`, `NXDOMAIN`, …; null where the resolver did not answer. */
  rcode: string | null;
  addresses: string[];
}

/** A server spoken to by its address alone: whether it answers where nobody calls its name. */
export interface AddressProbe {
  /** The name that a trusted resolver says lives there. */
  name: string;
  address: string;
  /** `ok` where a handshake was completed, whatever certificate was shown. */
  attempts: Attempt[];
}

/** One look at the controls, at the start, in the middle or at the end of a round. */
export interface Gate {
  /** ISO 8601 UTC, before the controls were asked. */
  startedAt: string;
  finishedAt: string;
  passed: boolean;
}

export interface Software {
  version: string;
  logic: string;
  catalog: string;
  browser: string;
}

export interface Round {
  schema: 'dozvon.round/1';
  id: string;
  /** ISO 8601 UTC with milliseconds. */
  startedAt: string;
  finishedAt: string;
  trigger: Trigger;
  software: Software;
  network: NetworkResult;
  routing: RoutingResult;
  services: ServiceResult[];
  circumstances: RoundCircumstances;
}

/** What the verdicts rest on beside the attempts on targets: with it they can be drawn again. */
export interface RoundCircumstances {
  /** What the browser said of the link. */
  online: boolean;
  /** Median of the controls' times in earlier rounds; null where there were too few. */
  usualMs: number | null;
  /** ISO 8601 UTC; what was seen of the controls until then decided the network's state. */
  gateOpenedAt: string;
  controls: { id: string; attempts: Attempt[] }[];
  gates: Gate[];
  resolutions: Resolution[];
  addressProbes: AddressProbe[];
  /** Ids of planned targets that the browser does not let us probe. */
  forbidden: string[];
}

/** What a running round tells the popup. */
export interface RoundProgress {
  roundId: string;
  trigger: Trigger;
  startedAt: string;
  services: ServiceProgress[];
}

export interface ServiceProgress {
  id: string;
  name: string;
  /** `probing` while attempts are out; `done` once nothing more is planned for it. */
  stage: 'waiting' | 'probing' | 'done';
  /** Targets got through, so far, of `total`. */
  reached: number;
  /** Targets probed at least once, so far. */
  probed: number;
  total: number;
}
