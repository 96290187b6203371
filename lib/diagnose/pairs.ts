import type { AddressProbe } from '../model/resolution.ts';
import { evidenceOf } from '../observe/evidence.ts';
import { invalidateLoneUnknowns } from '../observe/unknown-codes.ts';

/** How a name's own server fares where nobody calls the name. */
export type AddressOutcome =
  /** A handshake was completed: the failure hangs on the name. */
  | 'completes'
  /** It answered the ClientHello, if only by refusing it: TCP and the way there are open. */
  | 'answers'
  /** Tried, without any answer. */
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
