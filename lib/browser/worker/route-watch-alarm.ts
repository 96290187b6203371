import { jitteredMinutes } from '../../round/schedule.ts';
import { minutesToNextWatch } from '../../routing/watch.ts';
import { clearAlarm, ensureAlarm } from './alarms.ts';

/** Sets the first watch, or the next one after a time without. */
export async function ensureRouteWatch(): Promise<void> {
  await ensureAlarm('route-watch', jitteredMinutes(minutesToNextWatch(0), Math.random));
}

export async function clearRouteWatch(): Promise<void> {
  await clearAlarm('route-watch');
}
