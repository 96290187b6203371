import type { SeenState } from '../model/bar.ts';
import type { RoutingVerdict } from '../model/route.ts';

/** A service's states with and without a detour, at most a day apart. */
export interface RouteComparison {
  service: string;
  direct: SeenState;
  detour: SeenState;
}

const dayMs = 24 * 60 * 60 * 1000;

/** The services whose last such states differ, in the order in which they come. */
export function compareRoutes(oldestFirst: readonly SeenState[]): RouteComparison[] {
  const services = [...new Set(oldestFirst.map(({ service }) => service))];
  const newestFirst = oldestFirst.toReversed();
  return services.flatMap((service) => {
    const seenBy = (route: RoutingVerdict) =>
      newestFirst.filter((one) => one.service === service && one.route === route);
    const comparison = newestComparison(seenBy('direct'), seenBy('vpn_likely'));
    const differs = comparison !== null && comparison.direct.state !== comparison.detour.state;
    return differs ? [{ service, ...comparison }] : [];
  });
}

function newestComparison(
  direct: readonly SeenState[],
  detour: readonly SeenState[],
): Pick<RouteComparison, 'direct' | 'detour'> | null {
  for (const one of direct) {
    const other = detour.find(({ atMs }) => Math.abs(atMs - one.atMs) <= dayMs);
    if (other !== undefined) return { direct: one, detour: other };
  }
  return null;
}
