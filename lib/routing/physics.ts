import { clearMajority } from './clear-majority.ts';
import type { Place, RoutingObservation } from './observation.ts';

/** A round trip in glass covers 100 km per millisecond. Cables are longer than the great circle, never shorter. */
const kilometresPerMs = 100;
/** Roughly how far people in a time zone may live from its city. */
const zoneExtentKm = 1_000;
/** Allows for people farther away than that and for coarse clocks. */
const marginMs = 10;

/**
 * Whether an answer arrived from abroad faster than light could travel from home and back: then the browser is
 * near the answer's origin. The converse proves nothing, since answers may be late for any reason.
 */
export function isTooFastForHome({ home, timeZone, line }: RoutingObservation): boolean {
  const city = home.cities.find(({ zone }) => zone === timeZone);
  if (city === undefined) return false;
  return line.answers.some(
    ({ from, roundTripMs }) =>
      from.country !== home.country && roundTripMs + marginMs <= shortestRoundTripMs(city, from),
  );
}

type Point = Pick<Place, 'latitude' | 'longitude'>;

function shortestRoundTripMs(city: Point, from: Point): number {
  return (kilometresBetween(city, from) - zoneExtentKm) / kilometresPerMs;
}

const earthRadiusKm = 6_371;

/** Great-circle distance. */
export function kilometresBetween(one: Point, other: Point): number {
  const [here, there] = [radians(one.latitude), radians(other.latitude)];
  const across = Math.cos(radians(other.longitude - one.longitude));
  const cosine = Math.sin(here) * Math.sin(there) + Math.cos(here) * Math.cos(there) * across;
  // Rounding may leave the range of a cosine.
  return earthRadiusKm * Math.acos(Math.max(-1, Math.min(1, cosine)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/**
 * Whether something far nearer than the servers accepts connections: for at least two hosts, and for three
 * times as many as accept their own.
 */
export function connectionsEndNearby(endsNearby: readonly boolean[]): boolean {
  return clearMajority(endsNearby) === true;
}
