import type { Mechanism } from '../../../lib/model/mechanism.ts';

/** How well a label fits: what of it is right, and how much of the truth it tells; from 0 to 1. */
export interface Fit {
  precision: number;
  depth: number;
}

/** Compares what was said with the truth by the claims that both make. */
export function fitOf(said: readonly Mechanism[], truth: Mechanism): Fit {
  const claimed = new Set(said.flatMap(claimsOf));
  const truly = claimsOf(truth);
  const shared = truly.filter((claim) => claimed.has(claim)).length;
  return {
    precision: claimed.size === 0 ? 0 : shared / claimed.size,
    depth: shared / truly.length,
  };
}

/**
 * Everything that a label claims: its layer, each deeper step, and the manner. `timeout` and `reset`
 * alone claim no layer; `dns.error` claims the layer and no manner.
 */
export function claimsOf(mechanism: Mechanism): string[] {
  if (mechanism === 'dns.error') return ['dns'];
  const parts = mechanism.split('.');
  const manner = ['timeout', 'reset'].filter((one) => parts.includes(one));
  const steps = parts.map((_part, index) => parts.slice(0, index + 1).join('.'));
  return [...new Set([...manner.map((one) => `any ${one}`), ...steps.filter(isLayered)])];
}

function isLayered(step: string): boolean {
  return step !== 'timeout' && step !== 'reset';
}
