import type { RoutingObservation } from './observation.ts';

/**
 * Reads an observation from the home country that the person stated; without one it stays as it is. What the
 * catalog knows about its own country (blocked sites, domestic sites and echoes) is no evidence about another.
 */
export function adaptToStatedHome(seen: RoutingObservation): RoutingObservation {
  const { statedHome } = seen;
  if (statedHome === null || catalogKnowsHome(seen)) return seen;
  return {
    ...seen,
    home: { country: statedHome, languages: [] },
    echoes: seen.echoes.filter(({ group }) => group === 'foreign'),
    canariesOpen: [],
    homeOnlyOpen: [],
  };
}

/** Whether the catalog covers the person's home country; assumed where the person stated none. */
export function catalogKnowsHome({
  home,
  statedHome,
}: Pick<RoutingObservation, 'home' | 'statedHome'>): boolean {
  return statedHome === null || statedHome === home.country;
}
