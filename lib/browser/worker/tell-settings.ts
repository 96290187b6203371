import type { CheckSettings } from '../../settings/check-settings.ts';
import { readCheckSettings } from '../check-settings.ts';

/** Tells pages, and what follows the settings in the worker, those that are stored now; resolves with them. */
export type TellSettings = () => Promise<CheckSettings>;

/**
 * Of two changes the earlier may be the later to take effect, so none tells what it has stored itself: pages would end
 * with what is stored no longer.
 */
export function createTelling(onSettings: (settings: CheckSettings) => void): TellSettings {
  return async () => {
    const settings = await readCheckSettings();
    onSettings(settings);
    return settings;
  };
}
