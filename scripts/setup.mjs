// Prepares a fresh clone so that a command can run; does nothing if all is in place.
// Uses only Node's own modules and Node 20's features, since it runs before packages are installed.
//   --packages     npm packages only, no browser
//   --for-tests    also Firefox and the programs of the lab that FILE runs in
//   --engines      the databases that the tests of docs/fleet start
//   --uptime-kuma  the server of that name, which a test of docs/fleet.md starts
//   --build        every build of the extension (Chromium, Firefox, research) that is stale
//   --rebuild      every build, stale or not
//   --then FILE …  then runs FILE with the remaining arguments under the project's Node
// A shell caches the path of the system's `node`, so on a fresh clone `setup && node FILE` would
// start the wrong one; hence --then.
import { spawn } from 'node:child_process';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { builds, ensureBuild } from './setup/build.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { ensureLabPrograms } from './setup/debian.mjs';
import { ensureEngines } from './setup/engines.mjs';
import { ensureFirefox } from './setup/firefox.mjs';
import { childEnvironment, projectNode } from './setup/node-tools.mjs';
import { withNamespaces } from './setup/own-root.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { reportFailure, SetupError } from './setup/report.mjs';
import { ensureUptimeKuma } from './setup/uptime-kuma.mjs';

const given = process.argv.slice(2);
const end = given.includes('--then') ? given.indexOf('--then') : given.length;
const [, program, ...programArguments] = given.slice(end);

try {
  await setUp(given.slice(0, end));
  if (program !== undefined) {
    await runProgram(program, programArguments, given.slice(0, end).includes('--for-tests'));
  }
} catch (error) {
  reportFailure(error);
  // Whatever it is, no command can do its work.
  process.exitCode = 3;
}

/** @param {string[]} options */
async function setUp(options) {
  const { values } = parseArgs({
    args: options,
    options: {
      packages: { type: 'boolean' },
      'for-tests': { type: 'boolean' },
      engines: { type: 'boolean' },
      'uptime-kuma': { type: 'boolean' },
      build: { type: 'boolean' },
      rebuild: { type: 'boolean' },
    },
  });
  if (Number.parseInt(process.versions.node, 10) < 20) {
    throw new SetupError(`Node 20 or newer is needed, this is ${process.version}`);
  }
  await ensurePackages();
  if (values.packages !== true) await ensureChromium();
  if (values['for-tests'] === true) {
    await ensureFirefox();
    await ensureLabPrograms();
  }
  if (values.engines === true) await ensureEngines();
  if (values['uptime-kuma'] === true) await ensureUptimeKuma();
  if (values.build !== true && values.rebuild !== true) return;
  for (const name of Object.keys(builds)) {
    await ensureBuild(name, { force: values.rebuild === true });
  }
}

/**
 * @param {string} file
 * @param {string[]} fileArguments
 * @param {boolean} forTests Whether FILE creates network namespaces.
 * @returns {Promise<void>}
 */
function runProgram(file, fileArguments, forTests) {
  const plain = [projectNode(), file, ...fileArguments];
  const [command = '', ...parameters] = forTests ? withNamespaces(plain) : plain;
  const child = spawn(command, parameters, {
    stdio: 'inherit',
    env: childEnvironment(),
  });
  // The terminal sends Ctrl-C to both processes; the child decides how to end.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => {
      process.exitCode = status ?? 128 + (signal === null ? 0 : os.constants.signals[signal]);
      resolve();
    });
  });
}
