/** Ids of the known events, each with a sentence in every language: the country, or the service, and the day. */
export const eventIds = [
  'ru-2025-08-13',
  'ru-2025-09-05',
  'ru-2025-10-22',
  'ru-2025-11-28',
  'ru-2025-12-04',
  'ru-2025-12-22',
  'ru-2026-02-10',
  'ru-2026-02-11',
  'ru-2026-03-20',
  'tr-2025-03-19',
  'tr-2025-09-08',
  'ir-2026-01-08',
  'ir-2026-02-28',
  'ir-2026-05-26',
  'messenger-2026-04-15',
] as const;

export type EventId = (typeof eventIds)[number];

/** What others reported on whether services can be reached. It says nothing about what this browser saw. */
export interface KnownEvent {
  id: EventId;
  /** The day that it happened or became known, as `2026-02-11`. */
  day: string;
  /** Ids of the services that it concerns; empty where it concerns all. */
  services: readonly string[];
  /** Addresses of the reports; pages show them and link to none. */
  sources: readonly string[];
}

/** The events of a person's home country, and those of no country. */
export interface HomeEvents {
  /** ISO 3166-1 alpha-2; null where it is not known. */
  country: string | null;
  /** Oldest first. */
  events: readonly KnownEvent[];
  /** The day on which the list was last gone through, as `2026-11-26`. */
  reviewed: string;
}
