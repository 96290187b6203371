import { median } from '../observe/median.ts';

/** Limits of single attempts, in milliseconds. */
export interface Timeouts {
  control: number;
  sentinel: number;
  target: number;
  /** Of targets that decide nothing, in a service whose sentinel fails. */
  aside: number;
  doh: number;
}

/** Before anything is known of the network. */
export const firstTimeouts: Timeouts = {
  control: 6_500,
  sentinel: 7_500,
  target: 6_500,
  aside: 6_500,
  doh: 4_000,
};

/**
 * On a fast network silence is told sooner. A control and a sentinel are given more all the same:
 * some systems ask a lost question for a name again after 5 s, and where the resolver is silent Chromium
 * says so after 6.0 s. The rest get 3.5 s, in which a lost first
 * packet is sent again twice.
 * @param controlMs how long the controls took to answer
 */
export function timeoutsFor(controlMs: readonly number[]): Timeouts {
  const patient = Math.min(10_000, median(controlMs) * 10);
  return {
    control: Math.max(firstTimeouts.control, patient),
    sentinel: Math.max(firstTimeouts.sentinel, patient),
    target: Math.max(3_500, patient),
    aside: Math.max(2_000, patient),
    doh: Math.max(4_000, patient),
  };
}
