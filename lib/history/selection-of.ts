import type { StretchRequest } from '../model/history-stretch.ts';
import type { RoundSelection } from './select-rounds.ts';

type Bounds = Pick<StretchRequest, 'from' | 'to'> & { services: readonly string[] | null };

/** @param bounds as pages and programs ask, where null selects all */
export function selectionOf({ from, to, services }: Bounds): RoundSelection {
  return {
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(services !== null && { services }),
  };
}
