import type { RoundController } from '../../round/controller.ts';
import { type WatchDependencies, watchRoute } from '../../round/route/watch-route.ts';
import { jitteredMinutes } from '../../round/schedule.ts';
import { minutesToNextWatch } from '../../routing/watch.ts';
import { ensureAlarm, setAlarm } from './alarms.ts';

/** Sets the first watch, or the next one after a time without. */
export async function ensureRouteWatch(): Promise<void> {
  await ensureAlarm('route-watch', jitteredMinutes(minutesToNextWatch(0), Math.random));
}

/** Checks whether the route has changed, starts a round if it has, and sets the next watch. */
export async function keepWatch(
  controller: RoundController,
  dependencies: WatchDependencies,
): Promise<void> {
  // A running round checks the route itself, and more thoroughly.
  if (controller.progress() !== null) return ensureRouteWatch();
  try {
    const { hasMoved, afterMinutes } = await watchRoute(dependencies);
    if (afterMinutes !== null) {
      await setAlarm('route-watch', jitteredMinutes(afterMinutes, Math.random));
    }
    if (hasMoved) await controller.start('network-change', null);
  } catch (error) {
    console.warn('The route could not be watched:', error);
    await ensureRouteWatch();
  }
}
