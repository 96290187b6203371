import type { HistoryDatabase } from '../../lib/history/connection.ts';
import type { OwnHistory, PlaceKeeper } from '../../lib/history/own-history.ts';

export class Death extends Error {}

/** A history and its keys as a worker has them that dies after some steps, each a call of the database or a key saved. */
export function dyingAfter(
  steps: number,
  { history, keys }: { history: OwnHistory; keys: PlaceKeeper },
): { history: OwnHistory; keys: PlaceKeeper } {
  let left = steps;
  function step() {
    left -= 1;
    if (left < 0) throw new Death('The worker died.');
  }
  const dying = (database: HistoryDatabase): HistoryDatabase =>
    new Proxy(database, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) => {
          step();
          return member.apply(target, given);
        };
      },
    });
  return {
    history: {
      ...history,
      async toRead() {
        const { database, seal } = await history.toRead();
        return { database: dying(database), seal };
      },
    },
    keys: {
      ...keys,
      async change(change, items) {
        step();
        return keys.change(change, items);
      },
    },
  };
}
