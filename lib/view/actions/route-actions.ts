import type { PageProgress } from '../page/page-progress.ts';
import type { PageSources } from '../page/page-sources.ts';
import type { StateHolder } from '../page/page-state.ts';

/** What may need the browser's permission to look at the route; a browser asks for one in a click only. */
export interface RouteActions {
  /** Call it in the click, like `onLookAtRoute`. */
  onAgree: (looksAtRoute: boolean) => void;
  onLookAtRoute: (wanted: boolean) => void;
}

export function createRouteActions(
  sources: PageSources,
  holder: StateHolder,
  progress: PageProgress,
): RouteActions {
  async function agree(looksAtRoute: boolean) {
    await holder.attempt('worker', async () => {
      // Before the yes, so that the first check knows of it.
      await lookAtRoute(looksAtRoute, sources, holder);
      holder.checkSettings.receive(await sources.agree());
      return progress.ask();
    });
  }

  return {
    onAgree: (looksAtRoute) => void agree(looksAtRoute),
    onLookAtRoute: (wanted) =>
      void holder.attempt('worker', async () => {
        await lookAtRoute(wanted, sources, holder);
        return {};
      }),
  };
}

/**
 * Turns the look at the route on or off, together with the permission for it. Where the person refuses the
 * permission, it stays off.
 */
async function lookAtRoute(
  wanted: boolean,
  sources: PageSources,
  { change, routingSettings }: StateHolder,
): Promise<void> {
  await routingSettings.change({ showRouting: wanted }, async () => {
    // Nothing may be awaited before: the click would be over.
    const showRouting = wanted && (await isAllowed(sources));
    if (!wanted) await sources.removeRoutePermission();
    return sources.changeRouting({ showRouting });
  });
  change({ isRoutePermitted: await sources.isRoutePermitted() });
}

/** A browser that cannot ask gives no permission either. */
async function isAllowed({ requestRoutePermission }: PageSources): Promise<boolean> {
  try {
    return await requestRoutePermission();
  } catch (error) {
    console.error(error);
    return false;
  }
}
