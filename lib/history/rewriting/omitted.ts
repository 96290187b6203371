import type { Omission } from '../../model/deletion.ts';
import { walkRounds } from '../kept/walk.ts';
import type { History } from '../open.ts';
import type { RoundSummary } from '../rollup/summary.ts';
import { idsIn, isOmittedAt, servicesIn } from './omissions.ts';

/** What is left out, as the index knows it. */
export interface Omitted {
  omissions: readonly Omission[];
  /** The rounds that are named by their ids. */
  numbers: ReadonlySet<number>;
}

export async function omittedIn(
  history: History,
  omissions: readonly Omission[],
): Promise<Omitted> {
  const wanted = idsIn(omissions);
  const numbers = new Set<number>();
  if (wanted.size === 0) return { omissions, numbers };
  for await (const { number, round } of walkRounds(history, { from: 'newest', atOnce: 8 })) {
    if (wanted.delete(round.id)) numbers.add(number);
    if (wanted.size === 0) break;
  }
  return { omissions, numbers };
}

/** The same round where nothing of it is left out; null where it goes. */
export function summaryWithout(
  summary: RoundSummary,
  { omissions, numbers }: Omitted,
): RoundSummary | null {
  if (numbers.has(summary.number) || isOmittedAt(summary.atMs, omissions)) return null;
  const gone = servicesIn(omissions);
  const services = summary.services.filter(({ id }) => !gone.has(id));
  if (services.length === summary.services.length) return summary;
  return services.length === 0 ? null : { ...summary, services };
}
