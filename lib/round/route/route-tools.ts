import type { LandmarkHealth } from '../../routing/health.ts';

/** What a round needs of the browser to guess the way that traffic takes. */
export interface RoutingTools {
  /** Whether the person wants it guessed at all. */
  isWanted: () => Promise<boolean>;
  /** Whether the person lets the exit's country and AS number be kept. */
  recordsExit: () => Promise<boolean>;
  /** ISO 3166-1 alpha-2, of the home that the person named; null where none was. */
  statedHome: () => Promise<string | null>;
  /** Whether the person wants the way of calls compared with that of pages. */
  comparesCalls: () => Promise<boolean>;
  surroundings: () => { timeZone: string | null; languages: string[] };
  /** Compares with the exit of the round before, and remembers this one's; null where that is not known. */
  hasExitChanged: (exit: { country: string | null; asn: number | null }) => Promise<boolean | null>;
  /**
   * Compares with what the last round and the last watch saw, and remembers it for the next watch alone:
   * to rounds it stays news.
   */
  watchExit: (exit: {
    country: string;
    asn: number | null;
  }) => Promise<{ hasMoved: boolean; consecutiveMoves: number }>;
  readHealth: () => Promise<LandmarkHealth[]>;
  writeHealth: (health: LandmarkHealth[]) => Promise<void>;
}
