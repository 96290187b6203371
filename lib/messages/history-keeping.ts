import type { HistorySwitch } from '../model/history-switch.ts';

/** What pages ask of the history itself. */
export interface HistoryKeeping {
  /** Looks into the history, and sets it aside if it is of no use. */
  mend: () => Promise<void>;
  /**
   * Puts a history that a page has built in the place of the one in use. False, and nothing changes, where a round was
   * recorded since the page read that.
   */
  switchTo: (request: HistorySwitch) => Promise<boolean>;
  /** Deletes a database that was set aside; does nothing where there is none of that name. */
  deleteSetAside: (database: string) => Promise<void>;
}
