import type { Trigger } from './round.ts';

/** A scheduled round probes every target again once the last full one is this old. */
export const fullEveryMs = 6 * 60 * 60 * 1000;

/** What a round will probe; written to the journal before it starts, so that it can be resumed. */
export interface Plan {
  id: string;
  trigger: Trigger;
  /** ISO 8601 UTC. */
  startedAt: string;
  /** The person's home country, ISO 3166-1 alpha-2, whose sites may be asked; null where it is unknown. */
  home?: string | null;
  /** A full round probes all controls, a pulse only its own. */
  full: boolean;
  /** Median of the controls' times in earlier rounds, in milliseconds; null where there were too few. */
  usualMs: number | null;
  /** In the order in which they are probed. */
  services: PlannedService[];
  /** Ids of the witnesses in the order in which they are asked; the catalog's order where left out. */
  witnesses?: string[];
  /** Ids of neutral foreign sites that never answer on this network. */
  silentControls?: string[];
  /** Ids of the controls that answered here of late. */
  answeredControls?: string[];
  /** Ids of controls that nobody has seen answer, this browser included: their silence shows nothing. */
  unprovenControls?: string[];
  /** On which transfers fell silent before this round, and which the browser may still use; left out without any. */
  silentConnections?: SilentConnection[];
}

/** A connection on which no byte came any more. */
export interface SilentConnection {
  host: string;
  /** Milliseconds since the epoch. */
  lastByteAt: number;
}

/** What earlier rounds tell of controls, and of connections that may still be open. */
export interface ControlMemory {
  /** Median of the controls' times, in milliseconds; null where there were too few. */
  usualMs: number | null;
  /** Ids of neutral foreign sites that were asked and never answered. */
  silent: string[];
  /** Ids of the controls that answered. */
  answered: string[];
  /** Connections on which transfers fell silent, however long ago. */
  fellSilent: SilentConnection[];
}

export interface PlannedService {
  id: string;
  /** Only the sentinel, unless it fails; or every target. */
  depth: 'sentinel' | 'all';
  /** Ids of further targets whose turn it is, beside a sentinel. */
  inTurn?: string[];
  /** Ids of targets of which earlier rounds left open whether most connections fail. */
  doubted?: string[];
  /** It is shown as failing, and what gets through is to be shown at once. */
  mayOpen?: boolean;
  /** Names that the system's resolver alone withheld, minutes before and up to now; left out without any. */
  withheld?: string[];
  /** Ids of the transfers to make. */
  transfers: string[];
}
