import type { AddressProbe } from '../model/resolution.ts';
import { evidenceOf } from '../observe/evidence.ts';
import { invalidateLoneUnknowns } from '../observe/unknown-codes.ts';

/** What a name's server does in a handshake without that name. */
export type AddressOutcome =
  /** A handshake was completed: the failure depends on the name. */
  | 'completes'
  /** It answered the ClientHello, if only by refusing it: the route and TCP are open. */
  | 'answers'
  /** No attempt was answered. */
  | 'silent'
  | 'unknown';

export function outcomeOfAddress(name: string, probes: readonly AddressProbe[]): AddressOutcome {
  const attempts = probes
    .filter((one) => one.name === name)
    .flatMap((one) => invalidateLoneUnknowns(one.attempts));
  const valid = attempts.filter((attempt) => attempt.valid);
  if (valid.some((attempt) => attempt.ok)) return 'completes';
  if (valid.some((attempt) => evidenceOf(attempt) === 'handshake-fails')) return 'answers';
  return valid.length > 0 ? 'silent' : 'unknown';
}
