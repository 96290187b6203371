import type { Places } from '../../history/places.ts';
import { isLanguage, type Language } from '../../i18n/languages.ts';
import { parseRoutingSettings, type RoutingSettings } from '../../routing/settings.ts';
import { type CheckSettings, parseCheckSettings } from '../../settings/check-settings.ts';
import { placeItems, placesIn } from '../history-places.ts';
import { strictestZoneNow } from '../time-zone.ts';
import type { Chrome } from './chrome.ts';

declare const chrome: Chrome;

/** What a page needs of the browser's storage for its first frame. */
export interface Stored {
  checkSettings: CheckSettings;
  routingSettings: RoutingSettings;
  places: Places;
  /** Null where none was ever chosen. */
  language: Language | null;
}

const keys = ['checks', 'routing', 'language', ...placeItems];

let reading: Promise<Stored> | undefined;

/** Reads all of it at once; who asks meanwhile gets the same. */
export function readStored(): Promise<Stored> {
  reading ??= read().finally(() => {
    reading = undefined;
  });
  return reading;
}

async function read(): Promise<Stored> {
  const items = await chrome.storage.local.get(keys);
  return {
    checkSettings: parseCheckSettings(items.checks),
    routingSettings: parseRoutingSettings(items.routing, strictestZoneNow()),
    places: placesIn(items),
    language: isLanguage(items.language) ? items.language : null,
  };
}
