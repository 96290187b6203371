import type { RoutingObservation } from './observation.ts';

/**
 * The same, as seen from the home that the person named; as it is where none was. What the catalog knows
 * of its own country (sites blocked there, sites and echoes inside it) says nothing of another one.
 */
export function asSeenFromHome(seen: RoutingObservation): RoutingObservation {
  const { saidHome } = seen;
  if (saidHome === null || catalogKnowsHome(seen)) return seen;
  return {
    ...seen,
    home: { country: saidHome, languages: [] },
    echoes: seen.echoes.filter(({ group }) => group === 'foreign'),
    canariesOpen: [],
    homeOnlyOpen: [],
  };
}

/** Whether the country that the catalog speaks of is the person's home, as far as they said. */
export function catalogKnowsHome({
  home,
  saidHome,
}: Pick<RoutingObservation, 'home' | 'saidHome'>): boolean {
  return saidHome === null || saidHome === home.country;
}
