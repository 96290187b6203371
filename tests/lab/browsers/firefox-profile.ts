import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Preference,
  preferenceLines,
  withPreferences,
} from '../../../scripts/browser/firefox-profile.ts';
import type { Lab } from '../lab.ts';
import { trust } from './browser-home.ts';

export interface FirefoxProfile {
  path: string;
  remove(): void;
}

/**
 * A new profile for an English Firefox that trusts the lab's authority.
 * @param profiles folder in which it is created: by default the lab's home, so that it is removed with the lab,
 * whatever ends it
 */
export function createFirefoxProfile(
  lab: Lab,
  preferences: Record<string, Preference> = {},
  profiles = lab.home,
): FirefoxProfile {
  const path = mkdtempSync(join(profiles, 'firefox-'));
  trust(path, lab.authorityFile);
  const settings = { 'intl.locale.requested': 'en-US', ...preferences };
  writeFileSync(join(path, 'prefs.js'), preferenceLines(settings).join('\n'));
  // As one of a check, which uses no other.
  writeFileSync(join(path, 'user.js'), withPreferences('', {}));
  // A browser that was just killed may still be writing.
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}
