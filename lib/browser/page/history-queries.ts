import { readNotes } from '../../history/notes.ts';
import type { History } from '../../history/open.ts';
import { readBars, readSeenStates, spans } from '../../history/queries/bars.ts';
import { readFirstCheck } from '../../history/queries/first-check.ts';
import { readLastStates } from '../../history/queries/last-states.ts';
import { recentTransitions } from '../../history/queries/transitions.ts';
import type { HistoryQueries } from '../../view/page/history-queries.ts';
import { timeZoneNow } from '../time-zone.ts';

const findRounds = () => import('./find-rounds.ts');

/** Checks of both ways are compared where they are a day apart at most. */
const comparedDays = 3;

export function createHistoryQueries(history: () => Promise<History>): HistoryQueries {
  // Where a link leads to, so that the round need not be looked for in all of a year's.
  const numbers = new Map<string, number>();
  function remember(places: readonly { roundId: string; number: number }[]) {
    for (const { roundId, number } of places) numbers.set(roundId, number);
  }

  return {
    async readBars(span, service) {
      const services = service === undefined ? {} : { services: [service] };
      return readBars(await history(), { ...spans[span], until: new Date(), ...services });
    },
    async readChanges(limit, service) {
      const changes = await recentTransitions(await history(), { service, limit });
      remember(changes);
      return changes;
    },
    async readChecks({ fromMs, toMs }, service, route) {
      const { readChecks } = await findRounds();
      const checks = await readChecks(await history(), { service, fromMs, toMs, route });
      remember(checks);
      return checks;
    },
    readSeenStates: async () => readSeenStates(await history(), comparedDays),
    readKnownServices: async () =>
      (await readLastStates(await history())).map(({ service }) => service),
    readNotes: async () => readNotes(await history()),
    readFirstCheck: async () => readFirstCheck(await history()),
    async readEvents(statedHome) {
      // Only the timeline needs them.
      const [{ eventsAtHome }, { homeCountryOf }] = await Promise.all([
        import('../../catalog/events/index.ts'),
        import('../../routing/home-country.ts'),
      ]);
      return eventsAtHome(homeCountryOf(statedHome, timeZoneNow()));
    },
    async readRound(id) {
      const { findRound } = await findRounds();
      return findRound(await history(), id, numbers.get(id));
    },
    async countRounds(part) {
      const { countRounds } = await findRounds();
      return countRounds(await history(), 'service' in part ? { services: [part.service] } : part);
    },
    async readServices(names) {
      const { readCheckedServices } = await findRounds();
      return readCheckedServices(await history(), names);
    },
  };
}
