import type { RoutingResult } from '../model/route.ts';

/** The same without the country and AS number that traffic left from. */
export function withoutExit<Seen extends { routing: RoutingResult }>(seen: Seen): Seen {
  const { exitCountry: _country, exitAsn: _asn, ...routing } = seen.routing;
  return { ...seen, routing };
}
