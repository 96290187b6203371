import type { TargetWindow } from '../../model/standing.ts';
import { hasFailed, sums } from './window.ts';

/** So many failures in a row, and then so many successes: at 80 % failing 1 in 9,000 rows of tries looks so. */
const ended = { failures: 12, successes: 4 };

/**
 * A service's windows without what was before a block that ended, as one that comes back is no chance, though successes
 * stand between its failures. What always got through beside it does not count; the rest does together, since each
 * target is tried too seldom to tell.
 */
export function sinceBlockEnded(windows: TargetWindow[]): TargetWindow[] {
  const tries = windows
    .filter(hasFailed)
    .flatMap((one) => one.tries)
    .toSorted((one, other) => one.at.localeCompare(other.at));
  const last = tries.findLastIndex(({ ok }) => !ok);
  const failed = tries.slice(0, last + 1).slice(-ended.failures);
  const isBlock = failed.length === ended.failures && failed.every(({ ok }) => !ok);
  if (!isBlock || tries.length - 1 - last < ended.successes) return windows;
  const until = tries[last]?.at ?? '';
  return windows.map((one) => ({
    ...one,
    tries: one.tries.filter(({ at }) => at > until),
    sum: Math.min(one.sum, sums.fine),
    mostlyFails: false,
  }));
}
