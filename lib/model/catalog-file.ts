/** The most that a catalogue's file may have, in characters: some six times the catalogue that is built in. */
export const longestCatalogFile = 512 * 1024;

/** What is allowed where a catalogue's file does not fit; pages have a text for each. */
export const catalogRules = {
  size: `at most ${longestCatalogFile / 1024} kB`,
  json: 'a document in JSON',
  shape: 'what its schema allows',
  missing: 'a value',
  unknown: 'no such field',
  newer: 'a later day than that of the catalogue that is built in',
  soon: 'a month from today at the latest',
  text: '1 to 60 visible characters',
  once: 'an id that stands once',
  known: 'an id, a name or a role that the file has',
  prefix: 'the id of the service and a slash, then a part of its own; for services, not own-',
  sentinel: 'a voting target of a required role that needs no other role',
  role: 'a role with a voting target, or optional calls alone by call controls',
  https: 'https',
  public: 'a public host name, or a public IPv4 address',
  unreachable: 'a host that answers browsers',
  bare: 'an address in its normal form, without a user name, a password, a port, a # part, or parts that may name a person',
  permitted: 'over http and wss: a host that the extension may contact so without asking for more',
  apart: 'a host that nothing else of the catalogue asks',
  enough: 'enough of them for a round',
  few: 'fewer of them',
} as const;

export type CatalogRule = keyof typeof catalogRules;

/** Where a catalogue's file does not fit, what was found there, and which rule it breaks. */
export interface CatalogProblem {
  /** Keys joined by dots; empty for the whole file. */
  field: string;
  found: string;
  rule: CatalogRule;
  /** What the rule allows in this place: a notation of the schema, a day or a number. */
  detail: string;
}

/** Entries that two catalogues do not have in common. */
export interface CatalogChange {
  list: 'services' | 'targets' | 'controls' | 'countries';
  added: string[];
  changed: string[];
  removed: string[];
}

/** What would change with a catalogue's file. */
export interface CatalogPreview {
  /** A day, ISO 8601. */
  version: string;
  /** The day on which its entries were last held against what is publicly known. */
  reviewed: string;
  /** Compared with the catalogue in use; without lists in which nothing changes. */
  changes: CatalogChange[];
  /** Hosts that are not asked with the catalogue in use. */
  hosts: string[];
  /** Match patterns that the browser must permit before the file can be used. */
  permissions: string[];
}

/** The catalogue in use. */
export interface CatalogInUse {
  /** A day, ISO 8601. */
  version: string;
  /** The day of its last review; null for the one that is built in. */
  reviewed: string | null;
  fromFile: boolean;
}

/** The problem in one sentence, for programs. */
export function problemText({ field, found, rule, detail }: CatalogProblem): string {
  const allowed = detail === '' ? catalogRules[rule] : `${catalogRules[rule]}: ${detail}`;
  return `${field === '' ? 'catalogue' : field}: found ${found}, allowed: ${allowed}`;
}
