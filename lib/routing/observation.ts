import type { CallExit, ProxyKind } from '../model/route.ts';

/** What a round saw of the way that traffic takes. Holds no address: exits are numbered instead. */
export interface RoutingObservation {
  /** ISO 8601 UTC. */
  at: string;
  /** The country that the catalog speaks of. */
  home: Home;
  /** ISO 3166-1 alpha-2, of the home that the person named; null where none was. */
  saidHome: string | null;
  echoes: EchoAnswer[];
  /** Whether calls leave from where pages do. */
  callExit: CallExit;
  /** IANA name of the browser's time zone; null where it tells none. */
  timeZone: string | null;
  /** BCP 47 tags, the person's first language first. */
  languages: string[];
  /** Of each long-blocked site that was measured: whether it got through. */
  canariesOpen: boolean[];
  /** Of each site that refuses callers from abroad: whether it let this one in. */
  homeOnlyOpen: boolean[];
  /** Addresses that no public name has, and that answered for public names. */
  fakeAddresses: FakeAddresses;
  line: LineObservation;
  /** Against the round before; null where that is not known. */
  exitChanged: boolean | null;
  /** Whether the person lets the exit's country and AS number be kept. */
  recordExit: boolean;
}

/** What the requests tell of the line that they went over. */
export interface LineObservation {
  /** Of each answer that says from where it came: what a round trip took at most, in milliseconds. */
  answers: { from: Place; roundTripMs: number }[];
  /** Of each host that greets from afar: whether connections to it end far nearer. */
  endsNearby: boolean[];
  /** Null where there is none, or the browser does not tell. */
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
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** ISO 639-1. */
  languages: readonly string[];
}

/**
 * `reserved`: 198.18.0.0/15, which tunnels on this computer give out in place of real addresses;
 * `private`: any other range that is not public.
 */
export type FakeAddresses = 'none' | 'private' | 'reserved';

/** What one echo service said of the caller. Null where it does not tell. */
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

/** `access`: where people are, told by a service that knows data centres. */
export type ExitNetwork = 'hosting' | 'relay' | 'access';

/** What the echo's own operator says it carries: its tunnel, a company's gateway, or neither. */
export type Tunnel = 'warp' | 'gateway' | 'none';
