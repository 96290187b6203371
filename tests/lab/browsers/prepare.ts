import { ensureBuild, ensureChromium, ensureFirefox } from '../../../scripts/setup/index.mjs';
import type { LabOptions } from '../lab.ts';
import { chromiumLauncher } from './chromium.ts';
import { firefoxLauncher } from './firefox.ts';
import type { LaunchLabBrowser } from './lab-browser.ts';

export type BrowserName = 'chromium' | 'firefox';

export interface PreparedBrowser {
  /** The lab's options that run it. */
  programs: Pick<LabOptions, BrowserName>;
  launch: LaunchLabBrowser;
}

/** Finds or installs a browser, and builds the extension for it if the builds are stale. */
export const prepareBrowser: Record<BrowserName, () => Promise<PreparedBrowser>> = {
  chromium: async () => ({
    programs: { chromium: await ensureChromium() },
    launch: chromiumLauncher({
      stores: await ensureBuild('chromium'),
      research: await ensureBuild('research'),
    }),
  }),
  firefox: async () => ({
    programs: { firefox: await ensureFirefox() },
    launch: firefoxLauncher({
      stores: await ensureBuild('firefox'),
      research: await ensureBuild('firefox-research'),
    }),
  }),
};
