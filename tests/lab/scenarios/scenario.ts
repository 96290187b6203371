import type { Mechanism } from '../../../lib/model/mechanism.ts';
import type { ResolverPath } from '../../../lib/model/resolution.ts';
import type { Role } from '../../../lib/model/role.ts';
import type { RoutingResult, SignalId } from '../../../lib/model/route.ts';
import type {
  Confidence,
  Locus,
  NetworkState,
  Scope,
  ServiceState,
} from '../../../lib/model/state.ts';
import type { RoutingSettings } from '../../../lib/routing/settings.ts';
import type { WorldDescription } from '../world/description.ts';

/** A world, and what an honest checker may say in it. Written before the code's answer is known. */
export interface Scenario {
  name: string;
  /** Where the case comes from: a test of OONI's suite, a regime that was seen, a fault of everyday. */
  origin: string;
  world: WorldDescription;
  browser?: BrowserSetup;
  /** Worlds in which one full round each is run before, to have a history; these are not judged. */
  before?: WorldDescription[];
  /** What changes in the course of the judged round. */
  phases?: Phase[];
  network: NetworkState[];
  resolverPath?: ResolverPath[];
  /** Acceptable verdicts; `unknown` always is. */
  routing?: RoutingResult['verdict'][];
  /** Verdicts that may be said as well, as a mere guess: with low confidence. */
  routingGuesses?: RoutingResult['verdict'][];
  /** There is enough to see: `unknown` will not do. */
  routingIsTold?: boolean;
  /** The surest that may be said of the route. */
  routingAtMost?: Confidence;
  /** The least sure that is of use. */
  routingAtLeast?: Confidence;
  /** Signals of the route that must be among those told, and such that must not. */
  routingSignals?: { seen?: SignalId[]; unseen?: SignalId[] };
  /** Expectations by service id. */
  services?: Record<string, Expectation>;
  /** What is expected of every service that is not named above. */
  others: Expectation;
  /** The round ends within this time, in milliseconds; 80 s by default. */
  withinMs?: number;
  /** What holds for Firefox instead, where it cannot know what Chromium knows; services by id. */
  firefox?: Partial<Pick<Scenario, Tellable>>;
  /** Belongs to the part that `npm test` runs. */
  core?: boolean;
}

/** What differs between browsers by what they let us know. */
type Tellable = 'network' | 'routingSignals' | 'services' | 'others' | 'withinMs';

export interface Phase {
  /** In milliseconds after the start of the round, or after what it waits for. */
  afterMs: number;
  /** Host that somebody has to have spoken to. */
  onceAsked?: string;
  /** Replaces the world and cuts the connections of the old one. */
  world?: WorldDescription;
  link?: 'down' | 'up';
  tunnel?: 'down' | 'up';
}

/** A browser that is not the ordinary one. */
export interface BrowserSetup {
  /** Hosts that another extension cancels requests to. */
  blockedByExtension?: string[];
  /** DoH template that the browser resolves all names by. */
  secureDns?: string;
  /** The build of the stores, which may not reach addresses without a name. */
  hostsByNameOnly?: boolean;
  /** It is set to use an HTTP proxy on this computer. */
  usesProxy?: boolean;
  /** IANA name of the time zone that the clock is set to. */
  timeZone?: string;
  /** What the person decided of the route, where it is not the usual. */
  settings?: Partial<RoutingSettings>;
}

export interface Expectation {
  /** What this round alone may say. */
  states: ServiceState[];
  /** What may be shown after hysteresis; the same as `states` where left out. */
  shown?: ServiceState[];
  /** Acceptable labels; at least one of them must be said where the state is a failing one, and none beside them. */
  mechanisms?: Mechanism[];
  /** No label need be said, as the browser may have none for it. */
  mayGoUnnamed?: boolean;
  /** The deepest of the acceptable labels that the evidence supports; for the accuracy of the whole. */
  deepest?: Mechanism[];
  confidence?: Confidence[];
  scope?: Scope;
  locus?: Locus;
  /** Acceptable states of single roles. */
  roles?: Partial<Record<Role, ServiceState[]>>;
  /** Acceptable states of single targets, by id. */
  targets?: Record<string, ServiceState[]>;
}
