import type { Sealed } from './seal.ts';

/** Whether a record is the one that was read before: each has random bytes of its own. */
export function isSameRecord(one: Sealed | undefined, other: Sealed | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return new Uint8Array(one.iv).join() === new Uint8Array(other.iv).join();
}
