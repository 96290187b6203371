import type { Place, RoutingObservation } from './observation.ts';
import { cityOf } from './zone-cities.ts';

/** Light in glass goes there and back over 100 km in a millisecond; cables are longer, never shorter. */
const kilometresPerMs = 100;
/** How far from its city people of a time zone may live, about. */
const zoneExtentKm = 1_000;
/** What some of them live farther than that, and what clocks are coarse. */
const marginMs = 10;

/**
 * Whether an answer came from abroad in less time than light needs there and back from home: whoever got
 * it sits near to where it came from. The opposite says nothing, as answers may be late for any reason.
 */
export function isTooFastForHome({ home, timeZone, line }: RoutingObservation): boolean {
  const city = cityOf(timeZone, home.country);
  if (city === null) return false;
  return line.answers.some(
    ({ from, roundTripMs }) =>
      from.country !== home.country && roundTripMs + marginMs <= leastRoundTripMs(city, from),
  );
}

function leastRoundTripMs(city: Place, from: Place): number {
  return (kilometresBetween(city, from) - zoneExtentKm) / kilometresPerMs;
}

const earthRadiusKm = 6_371;

/** Along the great circle. */
export function kilometresBetween(one: Place, other: Place): number {
  const [here, there] = [radians(one.latitude), radians(other.latitude)];
  const across = Math.cos(radians(other.longitude - one.longitude));
  const cosine = Math.sin(here) * Math.sin(there) + Math.cos(here) * Math.cos(there) * across;
  // Rounding may lead just out of what a cosine can be.
  return earthRadiusKm * Math.acos(Math.max(-1, Math.min(1, cosine)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/**
 * Whether connections are accepted by something far nearer than the servers: at two hosts at least, and at
 * three times as many as accept theirs themselves.
 */
export function connectionsEndNearby(endsNearby: readonly boolean[]): boolean {
  const near = endsNearby.filter(Boolean).length;
  return near >= 2 && near >= 3 * (endsNearby.length - near);
}
