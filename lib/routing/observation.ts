import type { CallExit, ProxyKind } from '../model/route.ts';

/** What a round observed about the route. Contains no address: exits are numbered instead. */
export interface RoutingObservation {
  /** ISO 8601 UTC. */
  at: string;
  /** Where the person is at home, by their word or the clock. */
  home: Home;
  /** ISO 3166-1 alpha-2, the home country that the person stated; null where they stated none. */
  statedHome: string | null;
  echoes: EchoAnswer[];
  /** Whether calls leave from where pages do. */
  callExit: CallExit;
  /** IANA name of the browser's time zone; null where it reports none. */
  timeZone: string | null;
  /** BCP 47 tags, the person's first language first. */
  languages: string[];
  /** For each canary measured, whether it opened. */
  canariesOpen: boolean[];
  /** For each home-only site asked, whether it opened. */
  homeOnlyOpen: boolean[];
  /** Non-public addresses that gave genuine answers for public names. */
  fakeAddresses: FakeAddresses;
  /** Unrelated operators answered genuinely from one address, and others did not. */
  sharesAddress: boolean;
  line: LineObservation;
  /** Compared with the previous round; null where unknown. */
  exitChanged: boolean | null;
  /** Whether the person allows the exit's country and AS number to be kept. */
  recordExit: boolean;
}

/** What requests reveal about the line they went over. */
export interface LineObservation {
  /** Each answer with a known origin, and an upper bound on its round trip in milliseconds. */
  answers: { from: Place; roundTripMs: number }[];
  /** For each distant host, whether connections to it end far nearer. */
  endsNearby: boolean[];
  /** Null without a proxy, or where the browser does not reveal it. */
  proxy: ProxyKind | null;
}

export interface Place {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** In degrees, north and east positive. */
  latitude: number;
  longitude: number;
}

export interface Home {
  /** ISO 3166-1 alpha-2; null where it is unknown. */
  country: string | null;
  /** ISO 639-1; none where nothing is known of the country. */
  languages: readonly string[];
  /** The cities that name its time zones. */
  cities: readonly City[];
}

interface City extends Omit<Place, 'country'> {
  /** IANA name of the time zone. */
  zone: string;
}

/**
 * `reserved`: 198.18.0.0/15, which tunnels on this computer hand out instead of real addresses;
 * `private`: any other range that is not public.
 */
export type FakeAddresses = 'none' | 'private' | 'reserved';

/** One echo's report about the caller. Null where it does not report the field. */
export interface EchoAnswer {
  id: string;
  group: 'foreign' | 'domestic';
  /** Answers with the same number saw the same address. */
  exit: number;
  family: 4 | 6;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  asn: number | null;
  network: ExitNetwork | null;
  tunnel: Tunnel | null;
}

/** `access`: a network of end users, according to an echo that recognises data centres. */
export type ExitNetwork = 'hosting' | 'relay' | 'access';

/** What the echo's own operator says carried the request: its tunnel, a company's gateway, Tor, or none of these. */
export type Tunnel = 'warp' | 'gateway' | 'tor' | 'none';
