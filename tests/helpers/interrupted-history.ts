import type { HistoryDatabase } from '../../lib/history/connection.ts';
import type { OwnHistory } from '../../lib/history/own-history.ts';

/** What can be made to wait; a transaction is asked for and goes on at once. */
const asked = ['get', 'getAll', 'getAllKeys', 'count', 'put'];

/**
 * A history whose user is kept waiting at one question to the database, counted from 1, until something else is done.
 * Tells whether it came to that.
 */
export function interruptedAt(
  question: number,
  history: OwnHistory,
  doOther: () => Promise<unknown>,
): { history: OwnHistory; isInterrupted: () => boolean } {
  let left = question;
  const interrupted = (database: HistoryDatabase): HistoryDatabase =>
    new Proxy(database, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) => {
          if (!asked.includes(String(name))) return member.apply(target, given);
          left -= 1;
          const other = left === 0 ? doOther() : Promise.resolve();
          return other.then(() => member.apply(target, given));
        };
      },
    });
  return {
    history: {
      ...history,
      async toRead() {
        const { database, seal } = await history.toRead();
        return { database: interrupted(database), seal };
      },
      async toWrite() {
        const { database, seal } = await history.toWrite();
        return { database: interrupted(database), seal };
      },
    },
    isInterrupted: () => left <= 0,
  };
}
