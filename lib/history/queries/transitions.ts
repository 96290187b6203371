import type { Transition } from '../../model/transition.ts';
import type { TransitionsRecord } from '../index/records.ts';
import type { History } from '../open.ts';

/** The newest changes of state, newest first; of all services without an id. */
export async function recentTransitions(
  { database, seal }: History,
  { service, limit }: { service: string | undefined; limit: number },
): Promise<Transition[]> {
  if (seal === null) return [];
  const found: Transition[] = [];
  for (const number of (await database.getAllKeys('sealedTransitions')).toReversed()) {
    const sealed = await database.get('sealedTransitions', number);
    const record = sealed && (await seal.open<TransitionsRecord>(sealed));
    const some = (record?.transitions ?? []).toReversed();
    found.push(...some.filter((one) => service === undefined || one.service === service));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}
