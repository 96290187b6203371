import { type CheckSettings, parseCheckSettings } from '../../settings/check-settings.ts';

declare const chrome: {
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
};

const key = 'checks';

/**
 * The settings of checks, for the first frame. Firefox, too, has `chrome` with promises; the polyfill would
 * delay that frame.
 */
export async function checkSettingsAtOnce(): Promise<CheckSettings> {
  return parseCheckSettings((await chrome.storage.local.get(key))[key]);
}
