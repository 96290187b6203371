import type { Control } from '../../catalog/schema.ts';
import { isControlReached } from '../../diagnose/network/network.ts';
import type { PlannedRound } from '../phases.ts';
import { controlEvidence } from './controls.ts';

/** Neutral foreign sites: foreign controls and witnesses are one pool, asked by operator. */

/** The witnesses in this round's order. */
export function witnessesOf({ catalog, log }: PlannedRound): Control[] {
  const order = log.record.plan.witnesses ?? [];
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return catalog.witnesses.toSorted((one, other) => place(one.id) - place(other.id));
}

/**
 * Sites that were not asked yet in this round and are not known to be silent here, of operators that were not asked
 * first: witnesses, and controls that a pulse leaves out.
 */
export function sitesLeft(round: PlannedRound): Control[] {
  const { catalog, log } = round;
  const { silentControls = [] } = log.record.plan;
  const asked = log.begun;
  const operators = new Set(
    [...catalog.controls, ...catalog.witnesses]
      .filter(({ id }) => asked.has(id))
      .map(({ operator }) => operator),
  );
  const others = catalog.controls.filter(
    (one) => one.group === 'foreign' && !one.pulse && !log.record.plan.full,
  );
  const left = [...witnessesOf(round), ...others].filter(
    ({ id }) => !asked.has(id) && !silentControls.includes(id),
  );
  return [
    ...left.filter(({ operator }) => !operators.has(operator)),
    ...left.filter(({ operator }) => operators.has(operator)),
  ];
}

/** The foreign sites that open a round: its own, with witnesses in place of those that never answer here. */
export function openingSites(round: PlannedRound): Control[] {
  const { full, silentControls = [] } = round.log.record.plan;
  const own = round.catalog.controls.filter(
    ({ group, pulse }) => group === 'foreign' && (pulse || full),
  );
  const isSilent = ({ id }: Control) => silentControls.includes(id);
  const replaced = own.filter(isSilent).length;
  const others = witnessesOf(round).filter((one) => !isSilent(one));
  return [...own.filter((one) => !isSilent(one)), ...others.slice(0, replaced)];
}

interface ForeignCount {
  reached: number;
  missing: number;
  /** Those of which neither is known yet. */
  pending: number;
}

/** How many of the foreign sites asked so far answered, and how many did not. */
export function countForeign({ catalog, log }: PlannedRound): ForeignCount {
  const foreign = controlEvidence(catalog, log.record).filter(({ group }) => group === 'foreign');
  const reached = foreign.filter(isControlReached).length;
  const pending = [...catalog.controls, ...catalog.witnesses].filter(
    ({ id, group }) => group === 'foreign' && log.begun.has(id) && !log.record.controls.has(id),
  );
  return { reached, missing: foreign.length - reached, pending: pending.length };
}
