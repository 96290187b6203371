import type { Transition } from '../../model/transition.ts';
import type { TransitionsRecord } from '../index/records.ts';
import type { History } from '../open.ts';

/** A service's changes of state in the order of recording; of all services without an id. */
export async function readTransitions(
  { database, seal }: History,
  service?: string,
): Promise<Transition[]> {
  if (seal === null) return [];
  const sealed = await database.getAll('sealedTransitions');
  const records = await Promise.all(sealed.map((one) => seal.open<TransitionsRecord>(one)));
  return records
    .flatMap((record) => record?.transitions ?? [])
    .filter((one) => service === undefined || one.service === service);
}
