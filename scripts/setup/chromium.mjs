import { existsSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../find-browser.mjs';
import { canInstallDebianPackages, installDebianPackages, noApt } from './debian.mjs';
import { childEnvironment, projectNode, root } from './node-tools.mjs';
import { SetupError, say } from './report.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Finds or installs Chromium.
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
  const problems = [];
  // Debian signs what it has; of Playwright's download nobody knows a hash beforehand.
  for (const install of [installWithDebian, installWithPlaywright]) {
    problems.push(await install());
    const installed = await findChromium();
    if (installed.path !== null) return installed.path;
  }
  throw new SetupError(
    `No Chromium found and none could be installed: ${problems.join('; ')}. ` +
      'Type: npx playwright install --with-deps chromium, or sudo apt-get install chromium, ' +
      'or set DOZVON_CHROMIUM to the path of Chromium or Chrome for Testing',
  );
}

/** @returns {Promise<string>} What went wrong. */
async function installWithPlaywright() {
  const cli = path.join(root, 'node_modules', 'playwright-core', 'cli.js');
  if (!existsSync(cli)) return 'Playwright is not installed';
  say(
    'Downloading a Chromium, which nothing but HTTPS vouches for (playwright install chromium) …',
  );
  const { ok, reason } = await runCommand(
    projectNode(),
    [cli, 'install', '--no-shell', 'chromium'],
    {
      cwd: root,
      env: { ...childEnvironment(), PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
      limitMs: 300_000,
    },
  );
  return ok ? 'the downloaded Chromium does not start' : `download: ${reason}`;
}

/** @returns {Promise<string>} What went wrong. */
async function installWithDebian() {
  if (!canInstallDebianPackages()) return noApt;
  say('Installing Chromium from Debian (apt-get install chromium) …');
  const reason = await installDebianPackages(['chromium']);
  return `apt-get: ${reason ?? 'installed no Chromium that can be used'}`;
}
