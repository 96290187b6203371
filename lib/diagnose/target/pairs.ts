import type { Attempt } from '../../model/attempt.ts';
import type { AddressProbe } from '../../model/resolution.ts';
import { type Evidence, evidenceOf } from '../../observe/evidence.ts';
import { isIpv6 } from '../../observe/families.ts';
import { invalidateLoneUnknowns } from '../../observe/unknown-codes.ts';

/** What a name's server does in a handshake without that name. */
export type AddressOutcome =
  /** It completes handshakes, repeatedly, at two addresses: the failure depends on the name. */
  | 'completes'
  /** Handshakes were completed, too few or at one address alone: an edge of its own may explain that. */
  | 'may-complete'
  /** It answered the ClientHello, if only by refusing it: the route and TCP are open. */
  | 'answers'
  /** No attempt was answered. */
  | 'silent'
  | 'unknown';

/** How a handshake fails that was answered; silence may be a lost packet. */
export const answeredKinds: readonly Evidence[] = ['cut-off', 'handshake-fails', 'refused'];

/** Handshakes at a name's addresses, and as many failures with the name, that make a pair (contract, section 1). */
export const handshakesNeeded = 3;

/**
 * No browser says at which address a name failed, so one address may be an edge that behaves differently. Two
 * addresses of the name must agree, or another name of the round at another address.
 */
export function outcomeOfAddress(name: string, probes: readonly AddressProbe[]): AddressOutcome {
  const own = failingFamily(probes.filter((one) => one.name === name));
  const valid = own.flatMap(validAttempts);
  const completed = addressesCompleted(own);
  if (completed.length > 0) {
    if (!isRepeated(own)) return 'may-complete';
    const elsewhere = otherNames(name, probes).filter(isRepeated).flatMap(addressesCompleted);
    return new Set([...completed, ...elsewhere]).size > 1 ? 'completes' : 'may-complete';
  }
  if (valid.some((attempt) => evidenceOf(attempt) === 'handshake-fails')) return 'answers';
  return valid.length > 0 ? 'silent' : 'unknown';
}

/**
 * Whether some of a name's addresses complete handshakes, and another fails as the name did and was answered: one of them
 * may be out of order, to which each try with the name led.
 */
export function failsAtOneAddress(
  { name, kinds }: { name: string; kinds: readonly Evidence[] },
  probes: readonly AddressProbe[],
): boolean {
  const own = failingFamily(probes.filter((one) => one.name === name));
  const others = own.filter((one) => !addressesCompleted([one]).length).flatMap(validAttempts);
  const isAlike = (attempt: Attempt) =>
    answeredKinds.includes(evidenceOf(attempt)) && kinds.includes(evidenceOf(attempt));
  return addressesCompleted(own).length > 0 && others.some(isAlike);
}

/**
 * Where one family of addresses completes handshakes and the other completes none, the name may have failed at the
 * other: then that one alone speaks.
 */
function failingFamily(own: readonly AddressProbe[]): readonly AddressProbe[] {
  const families = [true, false].map((wanted) =>
    own.filter(({ address }) => isIpv6(address) === wanted),
  );
  const failing = families.find(
    (each) => each.flatMap(validAttempts).length > 0 && addressesCompleted(each).length === 0,
  );
  return failing ?? own;
}

function otherNames(name: string, probes: readonly AddressProbe[]): AddressProbe[][] {
  const names = new Set(probes.map((one) => one.name).filter((one) => one !== name));
  return [...names].map((other) => probes.filter((one) => one.name === other));
}

/** Whether a name's addresses completed enough handshakes and failed in none. */
function isRepeated(probes: readonly AddressProbe[]): boolean {
  const valid = probes.flatMap(validAttempts);
  return valid.length >= handshakesNeeded && valid.every(({ ok }) => ok);
}

function addressesCompleted(probes: readonly AddressProbe[]): string[] {
  const completed = probes.filter((one) => validAttempts(one).some(({ ok }) => ok));
  return completed.map(({ address }) => address);
}

function validAttempts({ attempts }: AddressProbe): Attempt[] {
  return invalidateLoneUnknowns(attempts).filter(({ valid }) => valid);
}
