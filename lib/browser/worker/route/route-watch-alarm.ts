import { jitteredMinutes } from '../../../round/schedule.ts';
import { longestWatchMinutes, minutesToNextWatch } from '../../../routing/watch.ts';
import { clearAlarm, ensureAlarm } from '../alarms.ts';
import { refusalNow } from '../refusal.ts';
import { readCheckSettings } from '../stored/check-settings.ts';

/** Whether the person wants a change of the route to be noticed within a minute, and lets it start a check. */
export async function isRouteWatched(): Promise<boolean> {
  const { watchRoute } = await readCheckSettings();
  return watchRoute && (await refusalNow('network-change')) === null;
}

/** Sets the first watch, or the next one after a time without; clears it where none is wanted. */
export async function setRouteWatch(): Promise<void> {
  if (!(await isRouteWatched())) return clearAlarm('route-watch');
  const longest = jitteredMinutes(longestWatchMinutes, () => 1);
  await ensureAlarm('route-watch', jitteredMinutes(minutesToNextWatch(0), Math.random), longest);
}
