import type { Places } from '../../history/places.ts';
import { isLanguage, type Language } from '../../i18n/languages.ts';
import { parseRoutingSettings, type RoutingSettings } from '../../routing/settings.ts';
import { type CheckSettings, parseCheckSettings } from '../../settings/check-settings.ts';
import { placeItems, placesIn } from '../history-places.ts';
import { localItems } from '../local-items.ts';
import { timeZoneNow } from '../time-zone.ts';

declare const chrome: {
  storage: { local: { get(keys: string[]): Promise<Record<string, unknown>> } };
};

/** What a page needs of the browser's storage for its first frame. */
export interface Stored {
  checkSettings: CheckSettings;
  routingSettings: RoutingSettings;
  places: Places;
  /** Null where none was ever chosen. */
  language: Language | null;
}

/** More than the worker takes. */
const longestWaitMs = 5_000;

const keys = ['checks', 'routing', 'language', ...placeItems];

let reading: Promise<Stored> | undefined;

/**
 * Reads all of it at once; who asks meanwhile gets the same. Firefox, too, has `chrome` with promises; a
 * library would delay the first frame.
 */
export function readStored(): Promise<Stored> {
  reading ??= read().finally(() => {
    reading = undefined;
  });
  return reading;
}

async function read(): Promise<Stored> {
  const items = await readItems();
  return {
    checkSettings: parseCheckSettings(items.checks),
    routingSettings: parseRoutingSettings(items.routing, timeZoneNow()),
    places: placesIn(items),
    language: isLanguage(items.language) ? items.language : null,
  };
}

async function readItems(): Promise<Record<string, unknown>> {
  const get = () => localItems(chrome.storage.local).get(keys);
  if (!import.meta.env.FIREFOX) return get();
  try {
    return await get();
  } catch {
    // The worker that this page woke may be about to give it up.
    await anotherStorage();
    return get();
  }
}

/** Resolves once anything is stored elsewhere, or has not been for long. */
function anotherStorage(): Promise<unknown> {
  return new Promise((resolve) => {
    addEventListener('storage', resolve, { once: true });
    setTimeout(resolve, longestWaitMs);
  });
}
