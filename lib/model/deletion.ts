/** What a person wants deleted of the history: checks by their ids, those of a period, or a service in all of them. */
export type Deletion = { rounds: readonly string[] } | Period | { service: string };

/**
 * What is left out where the history is written anew; `exits`: the country and AS number that traffic left from;
 * `notes`: the person's notes of these ids.
 */
export type Omission = Deletion | { exits: true } | { notes: readonly string[] };

export interface Period {
  /** ISO 8601 UTC of the earliest start. */
  from: string;
  /** ISO 8601 UTC; a round that starts then is left out. */
  to: string;
}
