import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trust } from './browser-home.ts';
import type { Lab } from './lab.ts';

export interface FirefoxProfile {
  path: string;
  remove(): void;
}

/** A new profile for an English Firefox that trusts the lab's authority, and knows nothing else. */
export function createFirefoxProfile(lab: Lab): FirefoxProfile {
  const path = mkdtempSync(join(tmpdir(), 'dozvon-firefox-'));
  trust(path, lab.authorityFile);
  writeFileSync(join(path, 'prefs.js'), 'user_pref("intl.locale.requested", "en-US");\n');
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
