import { findFirefox } from '../find-firefox.mjs';
import { canInstallDebianPackages, installDebianPackages, noApt } from './debian.mjs';
import { SetupError, say } from './report.mjs';

/**
 * Finds or installs Firefox.
 * @returns {Promise<string>} Path of the executable file.
 */
export async function ensureFirefox() {
  const found = findFirefox();
  if (found.path !== null) return found.path;
  if (found.problem !== null) {
    throw new SetupError(
      `${found.problem}. Allowed: the path of Firefox 140 or newer, or leave it unset`,
    );
  }
  let problem = noApt;
  if (canInstallDebianPackages()) {
    say('Installing Firefox from Debian (apt-get install firefox-esr) …');
    const reason = await installDebianPackages(['firefox-esr']);
    const installed = findFirefox();
    if (installed.path !== null) return installed.path;
    problem = `apt-get: ${reason ?? 'installed no Firefox that can be used'}`;
  }
  throw new SetupError(
    `No Firefox found and none could be installed: ${problem}. ` +
      'Type: sudo apt-get install firefox-esr, ' +
      'or set DOZVON_FIREFOX to the path of Firefox 140 or newer',
  );
}
