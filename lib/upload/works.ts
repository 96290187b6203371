import type { Round } from '../model/round.ts';
import type { ServiceResult } from '../model/service.ts';
import { saysSomething, usualTime } from './said.ts';

/** A service for those who know two states only. */
export interface Working {
  service: string;
  /** False where something that people need does not get through. */
  works: boolean;
  /** The state, and how it fails. */
  words: string;
  /** Median time of what got through, in milliseconds; null where nothing did. */
  timeMs: number | null;
}

/** Services of which the round says whether they work; others are left out, as nothing of them is known. */
export function workingServices({ services }: Round): Working[] {
  return services
    .filter((service) => saysSomething(service) && service.state !== 'insufficient')
    .map(workingOf);
}

function workingOf(service: ServiceResult): Working {
  const { id, state, mechanisms } = service;
  return {
    service: id,
    works: state === 'ok',
    words: mechanisms.length === 0 ? state : `${state}: ${mechanisms.join(', ')}`,
    timeMs: usualTime(service),
  };
}
