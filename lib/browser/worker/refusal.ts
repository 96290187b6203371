import type { Trigger } from '../../model/round.ts';
import { type Refusal, refusalOf } from '../../round/refusal.ts';
import { isCellular, savesData } from '../connection.ts';
import { readCheckSettings } from './stored/check-settings.ts';

/** Why no round may start for a trigger now; null where one may. */
export async function refusalNow(trigger: Trigger): Promise<Refusal | null> {
  const conditions = { now: new Date(), savesData: savesData(), isCellular: isCellular() };
  return refusalOf(trigger, await readCheckSettings(), conditions);
}
