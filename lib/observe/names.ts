import type { Mechanism } from '../model/mechanism.ts';
import type { Resolution } from '../model/resolution.ts';
import { innerAddress } from './inner-address.ts';

/** What other resolvers answer for a name on which the system resolver fails. */
export type NameOutcome =
  /** More trusted resolvers know an address than not: the system resolver withholds it. */
  | { known: 'elsewhere'; mechanism: Mechanism; agreeing: number }
  /** At least two trusted resolvers deny the name, and fewer know it; or two do not find it, and nobody says otherwise. */
  | { known: 'nowhere' }
  /** It has addresses, all of the family that this line does not have. */
  | { known: 'beyond' }
  /** Too few trusted resolvers answered. */
  | { known: 'unclear' };

/** Compares the answers of all resolvers for one name. */
export function outcomeOfName(name: string, resolutions: readonly Resolution[]): NameOutcome {
  const answers = resolutions.filter((one) => one.name === name && one.rcode !== null);
  const trusted = answers.filter((one) => !one.national);
  const agreeing = trusted.filter(
    (one) => one.unreachable !== true && one.addresses.some(isPublicAddress),
  ).length;
  // An empty answer counts as a denial.
  const denying = trusted.filter(
    (one) => one.rcode === 'NXDOMAIN' || (one.rcode === 'NOERROR' && one.addresses.length === 0),
  ).length;
  const failing = trusted.filter((one) => one.rcode === 'SERVFAIL').length;
  // Of a name that is gone, or whose own servers fail, some resolvers remember the addresses.
  if (agreeing > denying + failing) {
    return { known: 'elsewhere', mechanism: dnsMechanism(answers), agreeing };
  }
  if (trusted.some((one) => one.unreachable === true)) return { known: 'beyond' };
  const isDenied = denying >= 2 && denying > agreeing;
  // Nobody reaches the service's own name servers. A national resolver that denies the name all the same withholds it.
  const isAlikeAtHome = answers.every((one) => !one.national || one.rcode === 'SERVFAIL');
  const isOutage = agreeing === 0 && denying + failing >= 2 && isAlikeAtHome;
  return isDenied || isOutage ? { known: 'nowhere' } : { known: 'unclear' };
}

/** Whether a resolver that follows the state's list withholds the name. */
export function isWithheldAtHome({ national, rcode }: Resolution): boolean {
  return national && (rcode === 'NXDOMAIN' || rcode === 'REFUSED');
}

/**
 * Chromium does not report how the system resolver failed. Only the answer of a resolver that follows the
 * same list can reveal it.
 */
export function dnsMechanism(answers: readonly Resolution[]): Mechanism {
  const national = new Set(answers.filter((one) => one.national).map((one) => one.rcode));
  if (national.has('NXDOMAIN')) return 'dns.nxdomain';
  if (national.has('REFUSED')) return 'dns.refused';
  return 'dns.error';
}

/**
 * False for private, reserved and other special ranges, where no public name points. Of an address that carries an
 * IPv4 one, as behind NAT64, the one inside decides.
 */
export function isPublicAddress(address: string): boolean {
  return innerAddress(address)?.range() === 'unicast';
}
