import type { SetAside } from '../model/set-aside.ts';
import { databaseName } from './schema.ts';
import { type HistoryKeys, newKey } from './seal.ts';

/** A database, and what opens its records. */
export interface HistoryPlace {
  database: string;
  keys: HistoryKeys;
}

/** One that is left as it is, with keys of its own: those of the history in use may change. */
export type SetAsidePlace = HistoryPlace & SetAside;

/** All databases of the history. */
export interface Places {
  current: HistoryPlace;
  setAside: SetAsidePlace[];
}

export const firstPlaces: Places = {
  current: { database: databaseName, keys: { current: null, former: null } },
  setAside: [],
};

/** IndexedDB cannot rename a database, so one that takes another's place has a name of its own. */
export function newDatabaseName(): string {
  return `${databaseName}-${crypto.randomUUID()}`;
}

/** With other keys of the history in use. */
export function withKeys(places: Places, keys: HistoryKeys): Places {
  return { ...places, current: { ...places.current, keys } };
}

/** The same, unless its key is another than that by now: it was set aside meanwhile, or replaced. */
export function withKeysAfter(key: string | null, keys: HistoryKeys): (before: Places) => Places {
  return (before) => (before.current.keys.current === key ? withKeys(before, keys) : before);
}

/** Without one that was set aside. */
export function withoutSetAside(database: string): (before: Places) => Places {
  return ({ current, setAside }) => ({
    current,
    setAside: setAside.filter((one) => one.database !== database),
  });
}

/** Whether nothing but the former key has changed. */
export function isSamePlace(one: HistoryPlace, other: HistoryPlace): boolean {
  return one.database === other.database && one.keys.current === other.keys.current;
}

/** Where the history goes on in an empty database under a new key, and the one before is kept. */
export function withSetAside(
  { current, setAside }: Places,
  next: { database: string; why: SetAside['why']; now: Date },
): Places {
  const { database, why, now } = next;
  return {
    current: { database, keys: { current: newKey(), former: null } },
    setAside: [...setAside, { ...current, why, at: now.toISOString() }],
  };
}

/** Where the browser has deleted what was there, or a part was damaged and made anew of the rest. */
export function withNotice(
  { current, setAside }: Places,
  why: 'lost' | 'mended',
  now: Date,
): Places {
  const keys = { current: null, former: null };
  const notice = { database: newDatabaseName(), keys, why, at: now.toISOString() };
  return { current, setAside: [...setAside, notice] };
}

/** All keys that open anything. */
export function keysOf({ current, setAside }: Places): string[] {
  return [current, ...setAside]
    .flatMap(({ keys }) => [keys.current, keys.former])
    .filter((key) => key !== null);
}
