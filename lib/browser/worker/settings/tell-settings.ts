import type { AllSettings } from '../../../messages/protocol.ts';
import { readCheckSettings } from '../stored/check-settings.ts';
import { readRoutingSettings } from '../stored/routing-settings.ts';

/** Tells pages, and what follows the settings in the worker, those that are stored now; resolves with them. */
export type TellSettings = () => Promise<AllSettings>;

/**
 * Of two changes the earlier may be the later to take effect, so none tells what it has stored itself: pages would end
 * with what is stored no longer.
 */
export function createTelling(onSettings: (settings: AllSettings) => void): TellSettings {
  return async () => {
    const [checkSettings, routingSettings] = await Promise.all([
      readCheckSettings(),
      readRoutingSettings(),
    ]);
    const settings = { checkSettings, routingSettings };
    onSettings(settings);
    return settings;
  };
}
