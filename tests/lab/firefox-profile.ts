import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trust } from './browser-home.ts';
import type { Lab } from './lab.ts';

export interface FirefoxProfile {
  path: string;
  remove(): void;
}

/** A new profile for Firefox that trusts the lab's authority, and knows nothing else. */
export function createFirefoxProfile(lab: Lab): FirefoxProfile {
  const path = mkdtempSync(join(tmpdir(), 'dozvon-firefox-'));
  trust(path, lab.authorityFile);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
