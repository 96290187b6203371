import { findOnPath } from '../find-browser.mjs';
import { childEnvironment } from './node-tools.mjs';
import { SetupError, say } from './report.mjs';
import { runCommand } from './run-command.mjs';

// Programs that the lab and the tests of examples need, each with the package that contains it.
const labPrograms = [
  { program: 'ip', package: 'iproute2' },
  { program: 'nft', package: 'nftables' },
  { program: 'certutil', package: 'libnss3-tools' },
  { program: 'dig', package: 'bind9-dnsutils' },
  { program: 'curl', package: 'curl' },
  { program: 'openssl', package: 'openssl' },
  { program: 'openvpn', package: 'openvpn' },
  { program: 'python3', package: 'python3' },
  { program: 'ssh-keygen', package: 'openssh-client' },
];

/** The explanation to print where `canInstallDebianPackages` is false. */
export const noApt = 'apt-get wants root, and Debian or Ubuntu';

/** @returns {boolean} */
export function canInstallDebianPackages() {
  return process.getuid?.() === 0 && findOnPath('apt-get') !== null;
}

/**
 * @param {readonly string[]} packages
 * @returns {Promise<string | null>} What went wrong, or null.
 */
export async function installDebianPackages(packages) {
  const env = { ...childEnvironment(), DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runCommand('apt-get', ['update'], { env });
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  const installed = await runCommand('apt-get', install, { env, limitMs: 900_000 });
  if (installed.ok) return null;
  return update.ok ? installed.reason : `${update.reason}; ${installed.reason}`;
}

/** Installs the programs that the lab needs, unless they are present. */
export function ensureLabPrograms() {
  return ensurePrograms(labPrograms, 'for the tests');
}

/**
 * Installs the programs that are missing, and says so before.
 * @param {readonly {program: string, package: string, find?: () => string | null}[]} programs `find` looks for one
 * that is not on the PATH.
 * @param {string} purpose The end of "Installing … ".
 * @returns {Promise<void>}
 */
export async function ensurePrograms(programs, purpose) {
  const missingPrograms = () =>
    programs.filter(({ program, find = () => findOnPath(program) }) => find() === null);
  const missing = missingPrograms();
  if (missing.length === 0) return;
  const packages = missing.map((missed) => missed.package);
  let problem = noApt;
  if (canInstallDebianPackages()) {
    say(`Installing ${purpose} (apt-get install ${packages.join(' ')}) …`);
    problem = (await installDebianPackages(packages)) ?? 'installed, but still not found';
    if (missingPrograms().length === 0) return;
  }
  throw new SetupError(
    `${missing.map((missed) => missed.program).join(', ')} cannot be installed ${purpose}: ${problem}. ` +
      `Type: sudo apt-get install ${packages.join(' ')}`,
  );
}
