import type { Attempt } from '../model/attempt.ts';
import type { ServiceResult } from '../model/service.ts';
import { median } from '../observe/median.ts';

/**
 * Whether a round says anything of a service: else its state is an earlier round's, and the history shows a gap. Where
 * no round ever said anything, that is what it says.
 */
export function saysSomething({ roundState, state }: ServiceResult): boolean {
  return roundState !== 'insufficient' || state === 'insufficient';
}

/** Attempts that are evidence, as pages count them: a transfer's success or time tells of its size. */
export function connections({ targets }: ServiceResult): Attempt[] {
  return targets
    .filter(({ kind }) => kind !== 'download' && kind !== 'upload')
    .flatMap(({ attempts }) => attempts)
    .filter(({ valid }) => valid);
}

/** Median time of the connections that got through, in milliseconds; null without any. */
export function usualTime(service: ServiceResult): number | null {
  const times = connections(service).flatMap(({ ok, totalMs }) =>
    ok && totalMs !== null ? totalMs : [],
  );
  return times.length === 0 ? null : median(times);
}
