import type { Mechanism } from '../../../lib/model/mechanism.ts';
import type { Expectation } from './scenario.ts';

/** What a browser can honestly say, by the evidence that a world lets it have. */

export const ok: Expectation = { states: ['ok'] };
export const gap: Expectation = { states: ['insufficient'] };

/** Two seconds pass in Firefox between two requests to a host, where in Chromium it is one. */
export const offlineInFirefox = { withinMs: 16_000 };

/** The service's own fault: 5xx over valid TLS, its certificate expired. */
export const down: Expectation = { states: ['down'], scope: 'service', locus: 'server_side' };
/** A name that no resolver knows: whose fault that is, is not said. */
export const nameGone: Expectation = { states: ['down'], scope: 'service' };

/** Seen so that nothing else explains it. */
export const proven = {
  states: ['blocked'],
  confidence: ['medium', 'high'],
  scope: 'service',
  locus: 'network',
} satisfies Partial<Expectation>;

const oneSided = {
  states: ['likely_blocked'],
  confidence: ['low', 'medium'],
  scope: 'service',
} satisfies Partial<Expectation>;

/** The system's resolver fails on the name, a trusted one resolves it; how it fails is not seen. */
export const withheld: Expectation = {
  ...proven,
  mechanisms: ['dns.error'],
  deepest: ['dns.error'],
};
/** As `withheld`, and a national resolver was seen to say that there is no such name. */
export const removed: Expectation = {
  ...proven,
  mechanisms: ['dns.error', 'dns.nxdomain'],
  deepest: ['dns.nxdomain'],
};
/** As `withheld`, and a national resolver was seen to refuse. */
export const refusedByResolver: Expectation = {
  ...proven,
  mechanisms: ['dns.error', 'dns.refused'],
  deepest: ['dns.refused'],
};
/** The name fails, and nobody can be asked who would know better. */
export const nameFails: Expectation = {
  ...oneSided,
  mechanisms: ['dns.error'],
  deepest: ['dns.error'],
};

/** Cut off after the server name, while the same address gets through without it. */
export const resetByName: Expectation = {
  ...proven,
  mechanisms: ['reset', 'tls.reset', 'tls.reset.sni'],
  deepest: ['tls.reset.sni'],
};
/** Cut off, and there is no pair: before or after the ClientHello looks alike. */
export const cutOff: Expectation = { ...oneSided, mechanisms: ['reset'], deepest: ['reset'] };
/** Cut off by name and by address alike. */
export const resetByAddress: Expectation = {
  ...oneSided,
  mechanisms: ['reset', 'tcp.reset'],
  deepest: ['tcp.reset'],
};

/**
 * Silence after the server name. Both states: the pair is proof, but it rests on time limits of ours,
 * and on the system's resolver having given the address that was tried.
 */
export const silentByName: Expectation = {
  states: ['blocked', 'likely_blocked'],
  scope: 'service',
  mechanisms: ['timeout', 'tls.timeout', 'tls.timeout.sni'],
  deepest: ['tls.timeout.sni'],
};
/** Silence, by name and by address alike. */
export const dropped: Expectation = {
  ...oneSided,
  mechanisms: ['timeout', 'tcp.timeout'],
  deepest: ['tcp.timeout'],
};
/** Silence at a layer that nothing tells. */
export const unanswered: Expectation = {
  ...oneSided,
  mechanisms: ['timeout'],
  deepest: ['timeout'],
};
export const refused: Expectation = {
  ...oneSided,
  mechanisms: ['tcp.refused'],
  deepest: ['tcp.refused'],
};
export const unreachable: Expectation = {
  ...oneSided,
  mechanisms: ['ip.unreachable'],
  deepest: ['ip.unreachable'],
};

export const forged: Expectation = { ...proven, mechanisms: ['tls.mitm'], deepest: ['tls.mitm'] };
/**
 * The handshake ends in an alert or in something that is no TLS. Both states: that the address alone
 * gets through is a pair, but a server may itself refuse a name it does not serve.
 */
export const handshakeFails: Expectation = {
  states: ['blocked', 'likely_blocked'],
  scope: 'service',
  mechanisms: ['tls.alert'],
  deepest: ['tls.alert'],
};
export const legallyRefused: Expectation = {
  ...proven,
  locus: 'server_side',
  mechanisms: ['http.error'],
  deepest: ['http.error'],
};
/** A genuine connection that is answered with a redirect to the operator's warning page. */
export const warningPage: Expectation = {
  ...proven,
  mechanisms: ['http.redirect', 'http.blockpage'],
  deepest: ['http.redirect'],
};

/** Every foreign site is gone; no service is singled out. */
export const shutOff: Expectation = {
  states: ['likely_blocked', 'insufficient'],
  mechanisms: ['timeout', 'tcp.timeout'],
  deepest: ['timeout'],
  scope: 'network',
};

/** Some required role fails in this way, some works. */
export function impaired(by: Expectation, roles: Expectation['roles'] = {}): Expectation {
  return {
    states: ['impaired'],
    scope: 'service',
    ...(by.mechanisms && { mechanisms: by.mechanisms }),
    ...(by.deepest && { deepest: by.deepest }),
    roles,
  };
}

/**
 * Either of several; nothing is asked of confidence and locus. Of labels that are parts of one another,
 * as `reset` of `tls.reset.sni`, the longest is the deepest.
 */
export function either(...expectations: Expectation[]): Expectation {
  const mechanisms = unite(expectations, 'mechanisms');
  const told = unite(expectations, 'deepest');
  const deepest = told.filter((label) => !told.some((other) => isPartOf(label, other)));
  return {
    states: [...new Set(expectations.flatMap(({ states }) => states))],
    ...(mechanisms.length > 0 && { mechanisms }),
    ...(deepest.length > 0 && { deepest }),
  };
}

function isPartOf(label: Mechanism, other: Mechanism): boolean {
  return label !== other && `.${other}.`.includes(`.${label}.`);
}

function unite(expectations: Expectation[], key: 'mechanisms' | 'deepest'): Mechanism[] {
  return [...new Set(expectations.flatMap((expectation) => expectation[key] ?? []))];
}
