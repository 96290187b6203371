import { catalogFor } from '../../lib/catalog/index.ts';
import type {
  EchoAnswer,
  LineObservation,
  RoutingObservation,
} from '../../lib/routing/observation.ts';
import { at } from './clock.ts';

export function anEcho(overrides: Partial<EchoAnswer> = {}): EchoAnswer {
  return {
    id: 'echo',
    group: 'foreign',
    exit: 0,
    family: 4,
    country: 'RU',
    asn: null,
    network: null,
    tunnel: null,
    ...overrides,
  };
}

export function aLine(overrides: Partial<LineObservation> = {}): LineObservation {
  return { answers: [], endsNearby: [], proxy: null, ...overrides };
}

/** The speed of light allows a round trip of 84 ms from Moscow. */
export function fromSingapore(roundTripMs: number): LineObservation['answers'][number] {
  return { from: { country: 'SG', latitude: 1.4, longitude: 104 }, roundTripMs };
}

/** A person at home in Russia, without any observation of the route. */
export function aRouting(overrides: Partial<RoutingObservation> = {}): RoutingObservation {
  return {
    at: at(0),
    home: catalogFor(overrides.statedHome ?? 'RU').home,
    statedHome: null,
    echoes: [],
    timeZone: 'Europe/Moscow',
    languages: ['ru-RU', 'en'],
    canariesOpen: [],
    homeOnlyOpen: [],
    callExit: 'unknown',
    fakeAddresses: 'none',
    sharesAddress: false,
    line: aLine(),
    exitChanged: null,
    recordExit: false,
    ...overrides,
  };
}
