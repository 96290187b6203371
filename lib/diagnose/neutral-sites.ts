import type { ControlGroup } from '../model/network.ts';
import { hasPrivateAddress } from '../observe/address-kind.ts';
import { type Evidence, failuresOf } from '../observe/evidence.ts';
import { type ControlEvidence, isReached } from './network.ts';
import type { RoundEvidence } from './round-evidence.ts';

const named: readonly ControlGroup[] = ['foreign', 'domestic', 'portal'];
const failingNamesNeeded = 2;

/** How servers by address fail, whatever is asked of them. */
export function failuresByAddress(controls: readonly ControlEvidence[]): Set<Evidence> {
  const byAddress = controls.filter(({ group }) => group === 'dns');
  return new Set(byAddress.flatMap(({ attempts }) => failuresOf(attempts)));
}

/** Whether neutral sites answer, with a good certificate, at addresses to which no public name leads. */
export function givesOutAddresses(controls: readonly ControlEvidence[]): boolean {
  const secure = controls.filter(({ group }) => group === 'foreign' || group === 'domestic');
  return secure.some(({ attempts }) => attempts.some((one) => one.ok && hasPrivateAddress(one)));
}

/**
 * Whether names lead to a proxy, by its own resolver or by addresses that it invents. Then the name and its addresses,
 * which other resolvers tell, are no pair: they end at different servers.
 */
export function leadsToProxy({
  controls,
  routing,
}: Pick<RoundEvidence, 'controls' | 'routing'>): boolean {
  if (routing === null) return givesOutAddresses(controls);
  const isShared =
    'sharesAddress' in routing
      ? routing.sharesAddress
      : routing.signals.some(({ id }) => id === 'addresses-shared');
  return isShared || givesOutAddresses(controls);
}

/** Whether the resolver fails on names and then finds them: nobody withholds those of neutral sites at times. */
export function failsOnNeutralNames(controls: readonly ControlEvidence[]): boolean {
  const failing = controls.filter(
    (one) =>
      named.includes(one.group) &&
      isReached(one) &&
      failuresOf(one.attempts).includes('name-fails'),
  );
  return failing.length >= failingNamesNeeded;
}
