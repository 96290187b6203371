import { innerAddress } from '../observe/inner-address.ts';
import { isReserved } from '../observe/reserved-address.ts';
import type { FakeAddresses } from './observation.ts';

/**
 * Classifies the addresses that gave genuine answers for public names.
 * @param addresses without those of failed attempts: a name forged to a private address gets no genuine answer
 */
export function fakeAddressesOf(addresses: readonly string[]): FakeAddresses {
  const parsed = addresses.flatMap((one) => innerAddress(one) ?? []);
  const fake = parsed.filter((one) => one.range() !== 'unicast');
  if (fake.length === 0) return 'none';
  return fake.some(isReserved) ? 'reserved' : 'private';
}
