import type { Mechanism } from '../../../lib/model/mechanism.ts';
import type { Expectation } from './scenario.ts';

/** Honest verdicts, by the evidence that a world gives to a browser. */

export const ok: Expectation = { states: ['ok'] };
export const gap: Expectation = { states: ['insufficient'] };

/** In Firefox requests to one host are two seconds apart, in Chromium one second. */
export const offlineInFirefox = { withinMs: 16_000 };

/** The service's own fault: 5xx over valid TLS, its certificate expired. */
export const down: Expectation = { states: ['down'], scope: 'service', locus: 'server_side' };
/** A name that no resolver knows: the locus stays open. */
export const nameGone: Expectation = { states: ['down'], scope: 'service' };

/** The evidence allows no other explanation. */
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

/** The system's resolver fails on the name in a way that stays hidden; a trusted one resolves it. */
export const withheld: Expectation = {
  ...proven,
  mechanisms: ['dns.error'],
  deepest: ['dns.error'],
};
/** As `withheld`, of one name in one round: a wrong answer may be cached. */
export const withheldOnce: Expectation = {
  ...oneSided,
  mechanisms: ['dns.error'],
  deepest: ['dns.error'],
};
/** As `withheld`, and a national resolver answers that the name does not exist. */
export const removed: Expectation = {
  ...proven,
  mechanisms: ['dns.error', 'dns.nxdomain'],
  deepest: ['dns.nxdomain'],
};
/** As `withheld`, and a national resolver refuses to answer. */
export const refusedByResolver: Expectation = {
  ...proven,
  mechanisms: ['dns.error', 'dns.refused'],
  deepest: ['dns.refused'],
};
/** The name fails, and no trusted resolver is reachable. */
export const nameFails: Expectation = {
  ...oneSided,
  mechanisms: ['dns.error'],
  deepest: ['dns.error'],
};

/**
 * One name alone, at one address: what gets through without it may be an edge of its own (contract, section 1).
 */
export const resetOfOneName: Expectation = {
  ...oneSided,
  mechanisms: ['reset', 'tls.reset'],
  deepest: ['tls.reset'],
};

/** Cut off after the server name, while the same address gets through without it. */
export const resetByName: Expectation = {
  ...proven,
  mechanisms: ['reset', 'tls.reset', 'tls.reset.sni'],
  deepest: ['tls.reset.sni'],
};
/** Cut off without a pair: before and after the ClientHello look the same. */
export const cutOff: Expectation = { ...oneSided, mechanisms: ['reset'], deepest: ['reset'] };
/** Cut off both by name and by bare address. */
export const resetByAddress: Expectation = {
  ...oneSided,
  mechanisms: ['reset', 'tcp.reset'],
  deepest: ['tcp.reset'],
};

/**
 * Silence after the server name. Both states are honest: the pair is proof, but it depends on our own
 * time limits, and on the system's resolver having given the address that was probed.
 */
export const silentByName: Expectation = {
  states: ['blocked', 'likely_blocked'],
  scope: 'service',
  mechanisms: ['timeout', 'tls.timeout', 'tls.timeout.sni'],
  deepest: ['tls.timeout.sni'],
};
/** Silence both by name and by bare address. */
export const dropped: Expectation = {
  ...oneSided,
  mechanisms: ['timeout', 'tcp.timeout'],
  deepest: ['tcp.timeout'],
};
/** Silence at an unknown layer. */
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
 * The handshake ends in an alert or in bytes that are not TLS. Both states are honest: a bare address
 * that gets through is a pair, but a server may itself refuse a name that it does not serve.
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
/** A genuine connection, answered with a redirect to the operator's warning page. */
export const warningPage: Expectation = {
  ...proven,
  mechanisms: ['http.redirect', 'http.blockpage'],
  deepest: ['http.redirect'],
};

/** Headers and small answers get through, transfers do not: useless, but not unreachable. */
export const throttled: Expectation = {
  states: ['impaired'],
  mechanisms: ['tls.throttle.sni'],
  deepest: ['tls.throttle.sni'],
  scope: 'service',
  locus: 'network',
};

/** All foreign sites are unreachable, not only single services. */
export const shutOff: Expectation = {
  states: ['likely_blocked', 'insufficient'],
  mechanisms: ['timeout', 'tcp.timeout'],
  deepest: ['timeout'],
  scope: 'network',
};

/** Some required roles fail in the given way, and some work. */
export function impaired(by: Expectation, roles: Expectation['roles'] = {}): Expectation {
  return {
    states: ['impaired'],
    scope: 'service',
    ...(by.mechanisms && { mechanisms: by.mechanisms }),
    ...(by.deepest && { deepest: by.deepest }),
    ...(by.deepestOneOf && { deepestOneOf: by.deepestOneOf }),
    roles,
  };
}

/**
 * Any of several expectations, with any confidence and locus. If one label is part of another, as `reset`
 * of `tls.reset.sni`, the longer one is the deepest; of others any is.
 */
export function either(...expectations: Expectation[]): Expectation {
  const mechanisms = unite(expectations, 'mechanisms');
  const candidates = [
    ...new Set([...unite(expectations, 'deepest'), ...unite(expectations, 'deepestOneOf')]),
  ];
  const deepest = candidates.filter((label) => !candidates.some((other) => isPartOf(label, other)));
  return {
    states: [...new Set(expectations.flatMap(({ states }) => states))],
    ...(mechanisms.length > 0 && { mechanisms }),
    ...(deepest.length === 1 && { deepest }),
    ...(deepest.length > 1 && { deepestOneOf: deepest }),
  };
}

function isPartOf(label: Mechanism, other: Mechanism): boolean {
  return label !== other && `.${other}.`.includes(`.${label}.`);
}

type LabelsOf = 'mechanisms' | 'deepest' | 'deepestOneOf';

function unite(expectations: Expectation[], key: LabelsOf): Mechanism[] {
  return [...new Set(expectations.flatMap((expectation) => expectation[key] ?? []))];
}
