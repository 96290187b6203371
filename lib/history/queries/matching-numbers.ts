import { openDay } from '../index/day-record.ts';
import type { History } from '../open.ts';
import type { RoundSummary } from '../rollup/summary.ts';
import type { RoundSelection } from '../select-rounds.ts';

/** Days whose records are read together. */
const atOnce = 16;

/** Numbers of the indexed rounds that may be selected, day by day, without opening them. */
export async function* matchingNumbers(
  { database, seal }: History,
  selection: RoundSelection,
): AsyncGenerator<number[]> {
  if (seal === null) return;
  const days = await database.getAllKeys('sealedDays');
  for (let start = 0; start < days.length; start += atOnce) {
    const range = IDBKeyRange.bound(days[start], days[start + atOnce - 1] ?? days.at(-1));
    const sealed = await database.getAll('sealedDays', range);
    const records = await Promise.all(sealed.map((one) => openDay(seal, one)));
    for (const record of records) {
      const matching = (record?.rounds ?? []).filter((round) => mayMatch(round, selection));
      if (matching.length > 0) yield matching.map(({ number }) => number);
    }
  }
}

function mayMatch({ atMs, route, services }: RoundSummary, selection: RoundSelection): boolean {
  const { from, to, routes, services: ids, states, mechanisms } = selection;
  if (from !== undefined && atMs < Date.parse(from)) return false;
  if (to !== undefined && atMs >= Date.parse(to)) return false;
  if (routes !== undefined && !routes.includes(route)) return false;
  if (ids === undefined && states === undefined && mechanisms === undefined) return true;
  return services.some(
    (service) =>
      (ids === undefined || ids.includes(service.id)) &&
      (states === undefined || states.includes(service.state)) &&
      (mechanisms === undefined || service.mechanisms.some((one) => mechanisms.includes(one))),
  );
}
