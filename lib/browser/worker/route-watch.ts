import type { RoundController } from '../../round/controller.ts';
import { type WatchDependencies, watchRoute } from '../../round/route/watch-route.ts';
import { jitteredMinutes } from '../../round/schedule.ts';
import { setAlarm } from './alarms.ts';
import { ensureRouteWatch } from './route-watch-alarm.ts';
import { refusalNow } from './schedule.ts';

/** Checks whether the route has changed, starts a round if it has, and sets the next watch. */
export async function keepWatch(
  controller: RoundController,
  dependencies: WatchDependencies,
): Promise<void> {
  // It serves to start such a round; the round after sets the watch again.
  if ((await refusalNow('network-change')) !== null) return;
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
