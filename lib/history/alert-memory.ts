import type { AlertMemory } from '../model/alert.ts';
import { readFact } from './facts.ts';
import type { History, WritableHistory } from './open.ts';

/** Null before the first round with alerts, or where it was under a key that is gone. */
export async function readAlertMemory(history: History): Promise<AlertMemory | null> {
  return (await readFact<AlertMemory>(history, 'alerts')) ?? null;
}

/** @param memory null: the next one begins anew */
export async function writeAlertMemory(
  { database, seal }: WritableHistory,
  memory: AlertMemory | null,
): Promise<void> {
  if (memory === null) await database.delete('sealedFacts', 'alerts');
  else await database.put('sealedFacts', await seal.close(memory), 'alerts');
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
