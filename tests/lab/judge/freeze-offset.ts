import type { ServiceResult } from '../../../lib/model/service.ts';

/** Offsets this far apart, as a share of the larger, are not the same. */
const tolerance = 0.2;

/** Where transfers of a service stopped, in bytes: the median of its attempts; null where none did. */
export function freezeOffset({ targets }: Pick<ServiceResult, 'targets'>): number | null {
  const offsets = targets
    .flatMap(({ attempts }) => attempts.map(({ freezeAtBytes }) => freezeAtBytes))
    .filter((offset) => offset !== null)
    .toSorted((one, other) => one - other);
  return offsets[Math.floor((offsets.length - 1) / 2)] ?? null;
}

/** Whether offsets that are known, in bytes, are not the same within 20 %. */
export function areApart(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return false;
  return Math.abs(one - other) > tolerance * Math.max(one, other);
}
