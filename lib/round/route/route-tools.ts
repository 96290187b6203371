import type { LandmarkHealth } from '../../routing/health.ts';

/** What a round needs of the browser to infer the route. */
export interface RoutingTools {
  /** Whether the person wants the route inferred at all, and the browser permits it. */
  isWanted: () => Promise<boolean>;
  /** Whether the person allows the exit's country and AS number to be kept. */
  recordsExit: () => Promise<boolean>;
  /** ISO 3166-1 alpha-2, the person's stated home country; null where none was stated. */
  statedHome: () => Promise<string | null>;
  /** Whether the person wants the exit of calls compared with that of pages. */
  comparesCalls: () => Promise<boolean>;
  surroundings: () => { timeZone: string | null; languages: string[] };
  /**
   * Compares with the exit last known, and remembers this one; null where nothing can be compared.
   * @param at ISO 8601 UTC, the start of the round
   */
  hasExitChanged: (
    exit: { country: string | null; asn: number | null },
    at: string,
  ) => Promise<boolean | null>;
  /** Whether a round has looked at the route since the browser started. */
  hasLooked: () => Promise<boolean>;
  /**
   * Remembers what a look showed that was answered.
   * @param at ISO 8601 UTC, the start of the round
   */
  noteDetour: (isDetour: boolean, at: string) => Promise<void>;
  /**
   * Whether the last such look spoke for a detour, since the browser started and of late.
   * @param at ISO 8601 UTC
   */
  sawDetour: (at: string) => Promise<boolean>;
  /**
   * Compares with the exits of the last round and the last watch, and remembers this one for the next watch
   * alone: to the next round the change is still news.
   */
  watchExit: (exit: {
    country: string;
    asn: number | null;
  }) => Promise<{ hasMoved: boolean; consecutiveMoves: number }>;
  readHealth: () => Promise<LandmarkHealth[]>;
  writeHealth: (health: LandmarkHealth[]) => Promise<void>;
}
