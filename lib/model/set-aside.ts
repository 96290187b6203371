/** A history that is no longer in use: left as it is until the person deletes it, or lost. */
export interface SetAside {
  /** The name of the database; of one that is lost, any name. */
  database: string;
  /**
   * `newer`: a newer version of the extension wrote it; `damaged`: it cannot be read; `lost`: the browser has deleted
   * it, as Chromium does with damaged files.
   */
  why: 'newer' | 'damaged' | 'lost';
  /** ISO 8601 UTC. */
  at: string;
}
