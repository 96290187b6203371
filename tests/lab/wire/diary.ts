import type { BrowserName } from '../browsers/prepare.ts';
import type { LogEntry } from '../world/description.ts';

export type EpisodeKind =
  | 'before-yes'
  | 'first'
  | 'pulse'
  | 'full'
  | 'network-change'
  | 'start'
  | 'asked'
  | 'popup'
  | 'watch';

/** A part of the day, as the lab's servers saw it. */
export interface Episode {
  kind: EpisodeKind;
  /** The minutes of the day at which it takes place. One that was played once may stand for several. */
  at: readonly number[];
  log: readonly LogEntry[];
}

/** How long an alarm waits after an event that many computers share, as the browser reports it. */
export interface Delay {
  event: 'network-change' | 'start';
  /** From before the event to the alarm, in seconds. */
  fromBefore: number;
  /** From the moment at which the alarm was seen to the alarm, in seconds. */
  fromSeen: number;
}

/** A day of one browser at the defaults, with everything reachable. */
export interface Diary {
  browser: BrowserName;
  episodes: readonly Episode[];
  delays: readonly Delay[];
  /** Texts of our own, of which none may be on the wire: the extension's name, id and version, ids of rounds. */
  own: readonly string[];
}
