/** The last round of a history, to tell whether another has come since. */
export interface HistoryEnd {
  /** Its number; 0 without any round. */
  number: number;
  /** Its record's own; another one once it was written anew. */
  mark: string;
}

/** Settings out of a backup, as the browser's storage has them. */
export interface RestoredSettings {
  checks: object;
  routing: object;
  /** Left out where the backup has none: what is set stays. */
  alerts?: object;
  ownServices: readonly object[];
  /** The text of a catalogue's file; null: the one that is built in. Left out: what is in use stays. */
  catalogFile?: string | null;
  language: string | null;
}

/** A history that a page has built, to take the place of the one in use. */
export interface HistorySwitch {
  database: string;
  key: string;
  /** Where the one in use ended when the page read it. */
  end: HistoryEnd;
  /** Null where the present ones stay. */
  settings: RestoredSettings | null;
}
