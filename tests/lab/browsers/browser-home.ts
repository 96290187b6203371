import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isOrphan, ownedName } from '../network/ownership.ts';
import { policyFolders } from './policy.ts';

const commandTimeoutMs = 10_000;

/** Today's Chromium reads either store; which one it prefers depends on its version. */
const trustStores = ['.pki/nssdb', '.local/share/pki/nssdb'];

export interface BrowserHome {
  path: string;
  /** The authority's certificate as a file, for instance for `curl --cacert`. */
  authorityFile: string;
  /** Starts Chromium inside the namespace. */
  chromiumPath: string;
  /** Starts Firefox inside the namespace. */
  firefoxPath: string;
}

/** Removes home directories left behind by labs of dead processes. */
export function removeStaleHomes(): void {
  for (const name of readdirSync(tmpdir()).filter(isOrphan)) {
    const path = join(tmpdir(), name);
    for (const mounted of mountsIn(path)) run('umount', ['--lazy', mounted]);
    rmSync(path, { recursive: true, force: true });
  }
}

function mountsIn(path: string): string[] {
  const places = readFileSync('/proc/self/mounts', 'utf8').split('\n');
  return places.map((line) => line.split(' ')[1] ?? '').filter((at) => at.startsWith(`${path}/`));
}

/** A home directory whose browser trusts the lab's authority. */
export function createBrowserHome(options: {
  index: number;
  authority: string;
  namespace: string;
  chromium: string;
  firefox: string;
}): BrowserHome {
  const path = mkdtempSync(join(tmpdir(), ownedName(options.index, 'home-')));
  const authorityFile = join(path, 'authority.pem');
  writeFileSync(authorityFile, options.authority);
  for (const store of trustStores) trust(join(path, store), authorityFile);
  const launcher = (name: 'chromium' | 'firefox'): string =>
    writeLauncher(path, { name, namespace: options.namespace, program: options[name] });
  return {
    path,
    authorityFile,
    chromiumPath: launcher('chromium'),
    firefoxPath: launcher('firefox'),
  };
}

/** Creates a certificate store in a folder, with the authority as trusted. */
export function trust(store: string, authorityFile: string): void {
  mkdirSync(store, { recursive: true });
  const database = `sql:${store}`;
  run('certutil', ['-N', '-d', database, '--empty-password']);
  run('certutil', ['-A', '-d', database, '-n', 'lab', '-t', 'C,,', '-i', authorityFile]);
}

/** The folders in which browsers look for policies. */
const policyPlaces = {
  chromium: () => '/etc/chromium',
  firefox: (program: string) => join(dirname(realpathSync(program)), 'distribution'),
};

// `ip netns exec` and sh pass file descriptors on, so a debugging pipe on 3 and 4 works.
function writeLauncher(
  home: string,
  {
    name,
    namespace,
    program,
  }: { name: 'chromium' | 'firefox'; namespace: string; program: string },
): string {
  const path = join(home, name);
  const policies = join(home, policyFolders[name].inHome);
  const place = policyPlaces[name](program);
  // In the mounts of this process alone, which `ip netns exec` has made its own.
  const mounting = `[ ! -d "${policies}" ] || mount --bind "${policies}" "${place}"; exec "$0" "$@"`;
  const lines = [
    '#!/bin/sh',
    `export HOME='${home}'`,
    'unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME http_proxy https_proxy all_proxy',
    `exec ip netns exec '${namespace}' sh -c '${mounting}' '${program}' "$@"`,
  ];
  writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o755 });
  return path;
}

function run(command: string, parameters: string[]): void {
  execFileSync(command, parameters, { stdio: 'pipe', timeout: commandTimeoutMs });
}
