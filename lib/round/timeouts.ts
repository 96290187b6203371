import { median } from '../observe/median.ts';

/** Limits of single attempts, in milliseconds. */
export interface Timeouts {
  control: number;
  sentinel: number;
  target: number;
  /** For the first attempt on a service where nothing foreign opens. */
  listed: number;
  /** Beside a failing sentinel, and again where many services are silent alike: each attempt holds a connection. */
  aside: number;
  doh: number;
}

/** For each service where nothing at all has answered: enough by satellite, and for one resent packet elsewhere. */
export const quickMs = 3_200;

/** Before anything is known of the network. */
export const firstTimeouts: Timeouts = {
  control: 6_500,
  sentinel: 7_500,
  target: 6_500,
  listed: 6_500,
  aside: 6_500,
  doh: 4_000,
};

/**
 * Shorter limits on a fast network. Controls and sentinels still get more: some systems repeat a lost DNS
 * query after 5 s, and Chromium reports a silent resolver after 6.0 s. The others get 3.5 s, in which a lost
 * first packet is sent twice more, or 2 s, in which it is sent once more.
 * @param controlMs response times of the controls, in milliseconds
 */
export function timeoutsFor(controlMs: readonly number[]): Timeouts {
  const usualMs = median(controlMs);
  const patient = Math.min(10_000, usualMs * 10);
  const brief = Math.min(10_000, usualMs * 4);
  return {
    control: Math.max(firstTimeouts.control, patient),
    sentinel: Math.max(firstTimeouts.sentinel, patient),
    target: Math.max(3_500, patient),
    listed: Math.max(2_400, brief),
    aside: Math.max(2_000, brief),
    doh: Math.max(4_000, patient),
  };
}
