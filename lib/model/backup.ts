/** How many things of each kind a backup has. */
export interface BackupCounts {
  rounds: number;
  /** Of rounds that had no room. */
  summaries: number;
  transitions: number;
}

/** What is allowed where a backup does not fit; pages have a text for each. */
export const backupRules = {
  gzip: 'a whole file, compressed with gzip',
  size: 'less of it',
  line: 'shorter lines',
  text: 'UTF-8',
  json: 'a line of JSON',
  schema: 'dozvon.backup/1',
  newer: 'dozvon.backup/1, as this version of the extension knows no later one',
  shape: 'what its schema allows',
  missing: 'a value',
  order: 'another line in this place',
  once: 'an id that stands once',
  counts: 'as many as there are',
  sum: 'the sum of what comes before',
  end: 'a last line that says so',
} as const;

export type BackupRule = keyof typeof backupRules;

/** Where a backup does not fit, what was found there, and which rule it breaks. */
export interface BackupProblem {
  /** From 1; 0 for the whole file. */
  line: number;
  /** Keys joined by dots; empty for the whole line. */
  field: string;
  /** Empty where that tells nothing. */
  found: string;
  rule: BackupRule;
  /** What the rule allows in this place: a notation of the schema, a name or a number. */
  detail: string;
}

/** Settings by which a backup may differ from what is set here. */
export const backupSettings = [
  'everyMinutes',
  'pausedUntil',
  'services',
  'onNetworkChange',
  'watchRoute',
  'askThroughDetour',
  'notWhileSavingData',
  'notOnCellular',
  'discreet',
  'keptDays',
  'order',
  'theme',
  'showRouting',
  'recordExit',
  'homeCountry',
  'compareCalls',
  'askCalls',
  'askDomesticCalls',
  'alerts',
  'ownServices',
  'catalogFile',
  'language',
] as const;

export type BackupSetting = (typeof backupSettings)[number];

/** What a person decides about, before anything is changed. */
export interface BackupPreview {
  /** ISO 8601 UTC: when it was made. */
  at: string;
  /** The version of the extension that made it. */
  version: string;
  /** ISO 8601 UTC: starts of the earliest and of the latest round; null without any. */
  from: string | null;
  to: string | null;
  counts: BackupCounts;
  /** How many of its rounds are here already, and how many rounds are here. */
  known: number;
  here: number;
  /** How many notes of the person's it has. */
  notes: number;
  /** How many, the oldest, are left out where these are added to those that are here. */
  notesLeftOut: number;
  /** Names of the services that it has rounds of. */
  services: string[];
  /** What would be set otherwise than now. */
  settings: BackupSetting[];
  /** Whether it says from which countries and networks traffic left. */
  hasExits: boolean;
  /** Whether these stay without its settings, and with them. */
  keepsExits: { now: boolean; restored: boolean };
  /** Match patterns that the browser must permit before all that it turns on can be asked. */
  permissions: string[];
}

export interface RestoreChoices {
  /** `merge`: beside what is here; `replace`: in its place. */
  how: 'merge' | 'replace';
  settings: boolean;
  /** Whether the browser permits what the settings need. */
  permitted: boolean;
}
