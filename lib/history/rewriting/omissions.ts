import type { Omission } from '../../model/deletion.ts';
import type { Round } from '../../model/round.ts';
import { withServices } from '../with-services.ts';
import { withoutExit } from '../without-exit.ts';

/** The same without what is left out; null where nothing is left. */
export function roundWithout(round: Round, omissions: readonly Omission[]): Round | null {
  if (isOmitted(round, omissions)) return null;
  const services = servicesIn(omissions);
  const left = round.services.filter(({ id }) => !services.has(id));
  if (left.length === 0 && round.services.length > 0) return null;
  const kept = withServices(round, left);
  return omissions.some((one) => 'exits' in one) ? withoutExit(kept) : kept;
}

/** Whether a round goes as a whole, whatever services it has. */
export function isOmitted(
  { id, startedAt }: Pick<Round, 'id' | 'startedAt'>,
  omissions: readonly Omission[],
): boolean {
  return idsIn(omissions).has(id) || isOmittedAt(Date.parse(startedAt), omissions);
}

/** @param ms when a round started, in milliseconds since 1970 */
export function isOmittedAt(ms: number, omissions: readonly Omission[]): boolean {
  return omissions.some(
    (one) => 'from' in one && ms >= Date.parse(one.from) && ms < Date.parse(one.to),
  );
}

export function idsIn(omissions: readonly Omission[]): Set<string> {
  return new Set(omissions.flatMap((one) => ('rounds' in one ? one.rounds : [])));
}

export function servicesIn(omissions: readonly Omission[]): Set<string> {
  return new Set(omissions.flatMap((one) => ('service' in one ? [one.service] : [])));
}
