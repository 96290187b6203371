/** What a person noted for themselves about a day. */
export interface Note {
  id: string;
  /** ISO 8601 UTC: noon of its day, by the clock of this computer then. */
  at: string;
  text: string;
}
