import type { Mechanism } from '../../../lib/model/mechanism.ts';
import type { NetworkTrouble } from '../../../lib/model/network.ts';
import { type OwnServiceDraft, ownServicePrefix } from '../../../lib/model/own-service.ts';
import type { Reason } from '../../../lib/model/reason.ts';
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
import type { Preference } from '../../../scripts/browser/firefox-profile.ts';
import type { WorldDescription } from '../world/description.ts';

/** A world, and the verdicts that are honest in it. Written before the code's answer is known. */
export interface Scenario {
  name: string;
  /** Origin of the case: a test of OONI's suite, an observed regime, an everyday fault. */
  origin: string;
  world: WorldDescription;
  browser?: BrowserSetup;
  /** Earlier worlds, with one full round in each to build a history; these rounds are not judged. */
  before?: WorldDescription[];
  /** So many full rounds of the same world come before the judged one; what they show may not flicker. */
  steadyRounds?: number;
  /** A person asks again as soon as a round has told its states; the second is judged. */
  asksTwice?: boolean;
  /** Changes during the judged round. */
  phases?: Phase[];
  network: NetworkState[];
  /** What must be named as the network's trouble. */
  trouble?: NetworkTrouble;
  resolverPath?: ResolverPath[];
  /** Acceptable verdicts; `unknown` is always acceptable. */
  routing?: RoutingResult['verdict'][];
  /** Further verdicts that are acceptable with low confidence. */
  routingGuesses?: RoutingResult['verdict'][];
  /** The evidence suffices, so `unknown` is not acceptable. */
  routingIsKnowable?: boolean;
  /** The highest acceptable confidence in the route. */
  routingAtMost?: Confidence;
  /** The lowest acceptable confidence in the route. */
  routingAtLeast?: Confidence;
  /** Signals of the route that must be reported, and signals that must not. */
  routingSignals?: { seen?: SignalId[]; unseen?: SignalId[] };
  /** Expectations by service id; by `ownId` of a person's own services. */
  services?: Record<string, Expectation>;
  /** The expectation for every service that `services` does not name. */
  others: Expectation;
  /** The round ends within this time, in milliseconds; 80 s by default. */
  withinMs?: number;
  /** Overrides for Firefox, where it reveals less than Chromium; services by id. */
  firefox?: Partial<Pick<Scenario, BrowserDependent>> & {
    /** Why its verdicts may differ from Chromium's, as docs/firefox.md gives it. */
    why?: string;
  };
  /** Whether `npm test` runs it. */
  core?: boolean;
}

/** The fields that depend on what a browser reveals. */
type BrowserDependent =
  | 'network'
  | 'trouble'
  | 'routingSignals'
  | 'services'
  | 'others'
  | 'steadyRounds'
  | 'withinMs';

export interface Phase {
  /** Milliseconds after the start of the round, or after the contact with `onceContacted`. */
  afterMs: number;
  /** A host that the browser must have contacted before. */
  onceContacted?: string;
  /** Replaces the world and cuts the connections of the old one. */
  world?: WorldDescription;
  link?: 'down' | 'up';
  tunnel?: 'down' | 'up';
}

export interface ProxySetup {
  kind: 'http' | 'socks';
  /** An address of its own, and the name by which the world knows it; on the browser's loopback if omitted. */
  at?: { name: string; address: string };
  /** Names to which the proxy does not connect: it answers 403, or that the host is unreachable (SOCKS). */
  refuses?: string[];
  /** Names that an HTTP proxy is asked for, as its configuration script says; all if omitted. */
  only?: readonly string[];
  /** Names that it is not asked for, as the script says. */
  except?: readonly string[];
  /** Where an HTTP proxy does not connect, it resets the connection; it ends it if omitted. */
  resets?: boolean;
  /** It has ended, or accepts connections and says nothing, or ends each as soon as it is asked for something. */
  dead?: 'ended' | 'silent' | 'closing';
}

/** Deviations from the default browser. */
export interface BrowserSetup {
  /** Hosts to which another extension cancels requests. */
  blockedByExtension?: string[];
  /** DoH template with which the browser resolves all names. */
  secureDns?: string;
  /** Name patterns of sites that an administrator's policy forbids. */
  forbiddenByPolicy?: string[];
  /** Uses the store build, which may not contact bare addresses. */
  hostsByNameOnly?: boolean;
  /** Preferences that a person or a fork of Firefox has set; Chromium knows none of them. */
  firefoxPreferences?: Record<string, Preference>;
  /** A proxy in the browser's settings. */
  proxy?: ProxySetup;
  /** IANA name of the clock's time zone, and so of the home; Moscow's if omitted. */
  timeZone?: string;
  /** Whether the person agrees to checks at once; true if omitted. */
  agrees?: boolean;
  /** Asks no host of the home country while the route may be a detour, as is the default for a person. */
  leavesOutHome?: boolean;
  /** Whether the browser permits the look at the route without asking the person; true if omitted. */
  permitsRoute?: boolean;
  /** The person's choices about the route that differ from the defaults. */
  settings?: Partial<RoutingSettings>;
  /** Ids of the services of the catalog that are on, in its order; the defaults if omitted. */
  services?: string[];
  /** Sites that the person added. */
  ownServices?: OwnServiceDraft[];
}

/** What a service of the person's own is called in a scenario; in a browser its id is drawn. */
export function ownId(name: string): string {
  return `${ownServicePrefix}${name}`;
}

export interface Expectation {
  /** Acceptable states of this round alone. */
  states: ServiceState[];
  /** Acceptable states after hysteresis; the same as `states` if omitted. */
  shown?: ServiceState[];
  /** Acceptable labels; a failing state must carry at least one of them, and no other. */
  mechanisms?: Mechanism[];
  /** A label may be missing, since the browser may have none for this failure. */
  mechanismIsOptional?: boolean;
  /** The deepest acceptable labels that the evidence supports; the report counts how often they are reached. */
  deepest?: Mechanism[];
  /** In place of `deepest`: any one of these is as deep, where more than one thing may be seen of the same world. */
  deepestOneOf?: Mechanism[];
  confidence?: Confidence[];
  /** Acceptable reasons, where the words that a person reads matter. */
  reasons?: Reason[];
  scope?: Scope;
  locus?: Locus;
  /** Acceptable states of single roles. */
  roles?: Partial<Record<Role, ServiceState[]>>;
  /** Acceptable states of single targets, by id. */
  targets?: Record<string, ServiceState[]>;
}
