import { firstPlaces, type Places, type SetAsidePlace } from '../history/places.ts';
import type { HistoryKeys } from '../history/seal.ts';

/** The items of `storage.local` that say where the history lies. */
export const placeItems = [
  'historyDatabase',
  'historyKey',
  'formerHistoryKey',
  'setAsideHistories',
] as const;

/** Where the history lies, by the items of `storage.local`. */
export function placesIn(items: Record<string, unknown>): Places {
  const { historyDatabase, setAsideHistories } = items;
  return {
    current: {
      database: textOf(historyDatabase) ?? firstPlaces.current.database,
      keys: { current: textOf(items.historyKey), former: textOf(items.formerHistoryKey) },
    },
    setAside: Array.isArray(setAsideHistories) ? (setAsideHistories as SetAsidePlace[]) : [],
  };
}

/** The items of these places. A key that is null is left out: what was there has to be removed. */
export function itemsOf({ current, setAside }: Places): Record<string, unknown> {
  return {
    ...keyItems(current.keys),
    ...(current.database !== firstPlaces.current.database && { historyDatabase: current.database }),
    ...(setAside.length > 0 && { setAsideHistories: setAside }),
  };
}

function keyItems({ current, former }: HistoryKeys): Record<string, string> {
  return {
    ...(current !== null && { historyKey: current }),
    ...(former !== null && { formerHistoryKey: former }),
  };
}

function textOf(item: unknown): string | null {
  return typeof item === 'string' ? item : null;
}
