import type { RoundController } from '../../../round/controller.ts';
import { type WatchDependencies, watchRoute } from '../../../round/route/watch-route.ts';
import { jitteredMinutes } from '../../../round/schedule.ts';
import { minutesToNextWatch } from '../../../routing/watch.ts';
import { storedItem } from '../../stored-item.ts';
import { setAlarm } from '../alarms.ts';
import { refusalNow } from '../refusal.ts';
import { isRouteWatched } from './route-watch-alarm.ts';

/** In milliseconds since 1970; kept in memory. */
const lastLook = storedItem<number>('session', 'lastLookAtRoute');

/** A person who opens the popup again and again causes no more requests than the watch would. */
const shortestMs = 45_000;

/**
 * Looks whether the route has changed, and starts a round if it has: for a person who opens the popup, as no
 * browser reports to an extension that a tunnel came up.
 */
export async function look(
  controller: RoundController,
  dependencies: WatchDependencies,
): Promise<void> {
  const now = Date.now();
  if (Math.abs(now - ((await lastLook.read()) ?? 0)) < shortestMs) return;
  await lastLook.write(now);
  await lookNow(controller, dependencies);
}

/** The same by the alarm of the watch, which is set again. */
export async function keepWatch(
  controller: RoundController,
  dependencies: WatchDependencies,
): Promise<void> {
  if (!(await isRouteWatched())) return;
  const afterMinutes = await lookNow(controller, dependencies);
  if (afterMinutes !== null) {
    await setAlarm('route-watch', jitteredMinutes(afterMinutes, Math.random));
  }
}

/** Minutes to the next watch, without jitter; null where the person does not want the route looked at. */
async function lookNow(
  controller: RoundController,
  dependencies: WatchDependencies,
): Promise<number | null> {
  // It serves to start such a round.
  if ((await refusalNow('network-change')) !== null) return null;
  // A running round looks at the route itself, and more thoroughly.
  if (controller.progress() !== null) return minutesToNextWatch(0);
  try {
    const { hasMoved, afterMinutes } = await watchRoute(dependencies);
    if (hasMoved) await controller.start('network-change', null);
    return afterMinutes;
  } catch (error) {
    console.warn('The route could not be looked at:', error);
    return minutesToNextWatch(0);
  }
}
