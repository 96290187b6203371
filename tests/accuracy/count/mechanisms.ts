import type { Mechanism } from '../../../lib/model/mechanism.ts';

/** How well labels match the truth; both figures range from 0 to 1. */
export interface Fit {
  precision: number;
  depth: number;
}

/** Compares reported mechanisms with the true one by the claims that both make. */
export function fitOf(reported: readonly Mechanism[], truth: Mechanism): Fit {
  const claimed = new Set(reported.flatMap(claimsOf));
  const truly = claimsOf(truth);
  const shared = truly.filter((claim) => claimed.has(claim)).length;
  return {
    precision: claimed.size === 0 ? 0 : shared / claimed.size,
    depth: shared / truly.length,
  };
}

/**
 * All claims of a label: its layer, each deeper step, and the kind of failure. `timeout` and `reset`
 * alone claim no layer; `dns.error` claims the layer but no kind of failure.
 */
export function claimsOf(mechanism: Mechanism): string[] {
  if (mechanism === 'dns.error') return ['dns'];
  const parts = mechanism.split('.');
  const kinds = ['timeout', 'reset'].filter((one) => parts.includes(one));
  const steps = parts.map((_part, index) => parts.slice(0, index + 1).join('.'));
  return [...new Set([...kinds.map((one) => `any ${one}`), ...steps.filter(isLayered)])];
}

function isLayered(step: string): boolean {
  return step !== 'timeout' && step !== 'reset';
}
