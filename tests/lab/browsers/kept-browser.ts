import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Lab } from '../lab.ts';
import { type DrivenExtension, driveExtension } from './driven-extension.ts';
import { firefoxLauncher } from './firefox.ts';
import { createFirefoxProfile } from './firefox-profile.ts';
import { killBrowser, killProcesses } from './kill-browser.ts';
import { launchExtension } from './launch-extension.ts';
import type { BrowserName } from './prepare.ts';
import { processesWith } from './processes.ts';

/** A browser with the extension, in a profile that stays. */
export interface KeptBrowser {
  extension: DrivenExtension;
  /** Ends all its processes at once. */
  kill(): Promise<void>;
  /** Ends it as a person does. */
  quit(): Promise<void>;
}

/** How one browser is started again and again. */
export interface BrowserKeeper {
  /** A new profile, in the lab's home. */
  createProfile(lab: Lab): string;
  /** Starts it; with a person's yes where it starts for the first time. */
  launch(lab: Lab, profile: string, person?: 'agrees'): Promise<KeptBrowser>;
}

const firefoxBuild = '.output/firefox-mv3';

export const browserKeepers: Record<BrowserName, BrowserKeeper> = {
  chromium: {
    createProfile: (lab) => mkdtempSync(join(lab.home, 'kept-')),
    async launch(lab, profile, person) {
      const agrees = person !== undefined;
      const options = { build: '.output/chrome-mv3', profile, agrees, permitsRoute: agrees };
      const launched = await launchExtension(lab, options);
      return {
        extension: launched.extension,
        quit: () => launched.quit(),
        kill: () => killBrowser(launched),
      };
    },
  },
  firefox: {
    createProfile: (lab) => createFirefoxProfile(lab).path,
    async launch(lab, profile, person) {
      const agrees = person !== undefined;
      const launch = firefoxLauncher({ stores: firefoxBuild, research: firefoxBuild }, { profile });
      const browser = await launch(lab, { agrees, permitsRoute: agrees });
      return {
        extension: driveExtension(browser.page),
        quit: () => browser.quit(),
        async kill() {
          killProcesses(profile);
          await browser.quit();
          await expect.poll(() => processesWith(profile)).toEqual([]);
        },
      };
    },
  },
};
