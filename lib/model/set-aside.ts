/** What became of a history: it is no longer in use, and left as it is until the person deletes it, or parts are lost. */
export interface SetAside {
  /** The name of the database; of one that is not there, any name. */
  database: string;
  /**
   * `newer`: a newer version of the extension wrote it; `damaged`: it cannot be read; `lost`: the browser has deleted
   * it, as Chromium does with damaged files; `mended`: a part was damaged and made anew, and it is in use.
   */
  why: 'newer' | 'damaged' | 'lost' | 'mended';
  /** ISO 8601 UTC. */
  at: string;
}
