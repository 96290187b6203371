import type { HomeEvents, KnownEvent } from '../../model/known-event.ts';
import { IR } from './IR.ts';
import { RU } from './RU.ts';
import { TR } from './TR.ts';
import { world } from './world.ts';

/** Raised by whoever goes through the news and adds what is missing. */
const reviewed = '2026-11-26';

const countries: Readonly<Record<string, readonly KnownEvent[]>> = { IR, RU, TR };

/**
 * What is known of a home country and of the world. Of another country nothing is shown: that would be another
 * person's news.
 * @param country ISO 3166-1 alpha-2; null where it is not known
 */
export function eventsAtHome(country: string | null): HomeEvents {
  const own = country === null ? [] : (countries[country] ?? []);
  const events = [...world, ...own].toSorted((one, other) => (one.day < other.day ? -1 : 1));
  return { country, events, reviewed };
}
