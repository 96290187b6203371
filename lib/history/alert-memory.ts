import type { AlertMemory } from '../model/alert.ts';
import { changeFact } from './change-fact.ts';
import { readFact } from './facts.ts';
import type { History, WritableHistory } from './open.ts';

/** Null before the first round with alerts, or where it was under a key that is gone. */
export async function readAlertMemory(history: History): Promise<AlertMemory | null> {
  return (await readFact<AlertMemory>(history, 'alerts')) ?? null;
}

/**
 * Changes the memory, so that no other write is lost.
 * @param open asked for each try, as the history may move to another key meanwhile
 * @param change called again where another write came between; null where the next one begins anew
 */
export function changeAlertMemory(
  open: () => Promise<WritableHistory>,
  change: (before: AlertMemory | null) => AlertMemory | null | Promise<AlertMemory | null>,
): Promise<boolean> {
  return changeFact(open, 'alerts', change);
}

/** As if some services had never been. */
export function alertMemoryWithout(
  { known, news, shown, ...memory }: AlertMemory,
  services: ReadonlySet<string>,
): AlertMemory {
  return {
    ...memory,
    known: Object.fromEntries(Object.entries(known).filter(([id]) => !services.has(id))),
    news: news.filter(({ service }) => !services.has(service)),
    shown: shown.map((one) => {
      const isGone = one.service !== null && services.has(one.service);
      return isGone ? { ...one, service: null } : one;
    }),
  };
}
