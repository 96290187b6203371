/** What pages ask of the history itself. */
export interface HistoryKeeping {
  /** Looks into the history, and sets it aside if it is of no use. */
  mend: () => Promise<void>;
  /** Deletes a database that was set aside; does nothing where there is none of that name. */
  deleteSetAside: (database: string) => Promise<void>;
}
