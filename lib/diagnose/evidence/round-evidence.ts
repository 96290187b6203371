import type { Catalog, Service } from '../../catalog/schema.ts';
import type { Attempt } from '../../model/attempt.ts';
import type { Gate } from '../../model/network.ts';
import type { AddressProbe, Resolution } from '../../model/resolution.ts';
import type { Software, Trigger } from '../../model/round.ts';
import type { RoutingResult } from '../../model/route.ts';
import type { TargetWindow } from '../../model/standing.ts';
import type { RoutingObservation } from '../../routing/observation.ts';
import type { NetworkVerdict } from '../network/network-verdict.ts';
import type { ControlEvidence } from './control-evidence.ts';

/** Everything that a round observed, before any verdict on a service. */
export interface RoundEvidence {
  id: string;
  /** ISO 8601 UTC. */
  startedAt: string;
  /** ISO 8601 UTC. */
  finishedAt: string;
  trigger: Trigger;
  software: Software;
  /** Where the person is at home; the country is null where that is unknown. */
  home: Pick<Catalog['home'], 'country' | 'languages' | 'limitedCalls'>;
  /** The verdict of the first gate. */
  network: NetworkVerdict;
  /** The browser's own report on the link when the gate opened. */
  online: boolean;
  /** Median of the controls' times in earlier rounds, in milliseconds; null where there were too few. */
  usualMs: number | null;
  /** ISO 8601 UTC. */
  gateOpenedAt: string;
  controls: readonly ControlEvidence[];
  gates: readonly Gate[];
  services: readonly ServiceEvidence[];
  resolutions: readonly Resolution[];
  addressProbes: readonly AddressProbe[];
  /** Whether hosts of the home country were not asked, as the route might be a detour. */
  homeSpared?: boolean;
  /** Whether they were asked all the same, and show nothing of the line that other hosts are reached over. */
  homeUncounted?: boolean;
  /** Ids of targets that are to be repeated yet; none if left out. */
  awaited?: readonly string[];
  /**
   * ISO 8601 UTC: since when nothing shows that traffic may have gone another way, an end of the browser included. It bears on
   * what is remembered of earlier rounds alone; left out where it is unknown, as in a replay, which remembers nothing.
   */
  routeSince?: string;
  /** A replay has only the recorded result. Null where the round did not check the route. */
  routing: RoutingObservation | RoutingResult | null;
}

/** What a round observed of one service. */
export interface ServiceEvidence {
  service: Service;
  /** Attempts by target id. Every planned target has an entry, which may be empty. */
  attempts: ReadonlyMap<string, readonly Attempt[]>;
  /** Ids of planned targets for which the browser lacks the permission. */
  forbidden: ReadonlySet<string>;
  /** Windows after this round, by target id. */
  windows?: ReadonlyMap<string, TargetWindow>;
  /** Ids of targets that have lost their vote. */
  retired?: ReadonlySet<string>;
}
