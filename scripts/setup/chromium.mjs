import { findChromium } from '../find-browser.mjs';
import { canInstallDebianPackages, installDebianPackages, noApt } from './debian.mjs';
import { SetupError, say } from './report.mjs';

/**
 * Finds or installs Chromium. Debian signs its package; nobody vouches for the bytes of a download, as Playwright
 * offers, so none is made.
 * @returns {Promise<string>} Path of the executable file.
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found.path !== null) return found.path;
  if (found.problem !== null) {
    throw new SetupError(
      `${found.problem}. Allowed: the path of Chromium or Chrome for Testing, or leave it unset`,
    );
  }
  let problem = noApt;
  if (canInstallDebianPackages()) {
    say('Installing Chromium from Debian (apt-get install chromium) …');
    const reason = await installDebianPackages(['chromium']);
    const installed = await findChromium();
    if (installed.path !== null) return installed.path;
    problem = `apt-get: ${reason ?? 'installed no Chromium that can be used'}`;
  }
  throw new SetupError(
    `No Chromium found and none could be installed: ${problem}. ` +
      'Type: sudo apt-get install chromium (Debian), ' +
      'or set DOZVON_CHROMIUM to the path of Chromium or Chrome for Testing',
  );
}
