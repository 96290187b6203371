import type { LastState } from '../../model/transition.ts';
import { readIndex } from '../index/store.ts';
import type { History } from '../open.ts';

/** The last known state of each service that was ever checked, in one read. */
export async function readLastStates(history: History): Promise<LastState[]> {
  return (await readIndex(history)).states;
}
