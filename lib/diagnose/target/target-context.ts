import { hostOf } from '../../catalog/host-of.ts';
import type { Target } from '../../catalog/schema.ts';
import type { Authority } from '../../catalog/target-schema.ts';
import type { Attempt } from '../../model/attempt.ts';
import type { Gate } from '../../model/network.ts';
import type { AddressProbe, Resolution } from '../../model/resolution.ts';
import type { Evidence } from '../../observe/evidence.ts';
import { outcomeOfName } from '../../observe/names.ts';
import type { TransferRates } from './transfer.ts';

/** What a verdict on a target depends on besides its attempts. */
export interface TargetContext {
  /** Attempts on all targets of its host; those on it alone if left out. */
  sameHost?: readonly Attempt[];
  resolutions: readonly Resolution[];
  addressProbes: readonly AddressProbe[];
  gates: readonly Gate[];
  /** Names of which it is proven that only the system's resolver withholds them. */
  provenNames: ReadonlySet<string>;
  /** Names that a filter of one's own withholds; none if left out. */
  filteredNames?: ReadonlySet<string>;
  /** The controls' certificates are good, so an untrusted one concerns the target alone. */
  certificatesGood: boolean;
  /** This computer's clock is off by days, so a certificate's dates say nothing. */
  clockWrong: boolean;
  /** Authorities unknown to browsers under which an answer counts as one. */
  credibleAuthorities: ReadonlySet<Authority>;
  /** Nothing else was lost in the round, so silence is not accidental. */
  lossless: boolean;
  /** A silence longer than the browser's limit of a handshake lies below TLS; no Firefox shows that. */
  limitsHandshakes: boolean;
  /** How servers by address fail that are neutral. */
  failuresByAddress: ReadonlySet<Evidence>;
  /** Neutral sites answered in HTTPS; without it they were silent, or somebody else answered for all. */
  onlyHttps: boolean;
  /** Neutral sites answered at addresses that no public name has. */
  givesOutAddresses: boolean;
  /** A proxy carries everything, or names lead to one: it may end a connection itself. */
  byProxy: boolean;
  /** Several neutral sites hang up, now and then: whoever does it is between. */
  sitesHangUp: boolean;
  /** The proxy refuses neutral sites as it does services, so that its refusal tells of no service. */
  refusedAlike: boolean;
  /** Hosts that the round reached over a connection of its own. */
  freshHosts: ReadonlySet<string>;
  /** The browser does not tell which connections were open before the round. */
  hidesConnections: boolean;
  /** What transfers elsewhere showed. */
  transferRates: TransferRates;
  /** Foreign certificates that siblings under a public certificate authority showed. */
  siblingForgeries: number;
  /** They come from the server of a filter of one's own. */
  siblingsFiltered: boolean;
}

/** Whether trusted resolvers agree that the target's name does not exist. */
export function isUnknownEverywhere(target: Target, context: TargetContext): boolean {
  return outcomeOfName(hostOf(target), context.resolutions).known === 'nowhere';
}

/** Whether the target's name has addresses of a family alone that this line does not have. */
export function isBeyondLine(target: Target, context: TargetContext): boolean {
  return outcomeOfName(hostOf(target), context.resolutions).known === 'beyond';
}
