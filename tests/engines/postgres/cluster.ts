import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { findPostgres, SetupError } from '../../../scripts/setup/index.mjs';

/** A PostgreSQL server of its own, which listens on a Unix socket alone and is gone with its folder. */
export interface Cluster {
  version: string;
  /** For programs that connect to it, as psql does. */
  environment: NodeJS.ProcessEnv;
  /** What it had in memory is gone. */
  restart(): void;
  stop(): void;
}

/** The server refuses to run as root. */
interface Account {
  uid: number;
  gid: number;
}

/**
 * Starts one in a new temporary folder.
 * @param settings of postgresql.conf, beside the default ones
 * @throws {SetupError} where PostgreSQL is not installed
 */
export function startCluster(settings: Readonly<Record<string, string>> = {}): Cluster {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dozvon-postgres-'));
  const data = path.join(folder, 'data');
  const account = accountOfServer();
  if (account !== null) chownSync(folder, account.uid, account.gid);
  const run = (program: string, ...parameters: string[]) =>
    execFileSync(pathOf(program), parameters, {
      // A server that inherits a pipe would keep it open.
      stdio: ['ignore', 'ignore', 'inherit'],
      cwd: folder,
      ...account,
    });

  const locale = ['--encoding', 'UTF8', '--locale', 'C'];
  run(
    'initdb',
    '--pgdata',
    data,
    '--auth',
    'trust',
    '--username',
    'dozvon',
    '--no-sync',
    ...locale,
  );
  const all = { listen_addresses: '', unix_socket_directories: folder, fsync: 'off', ...settings };
  const options = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`);
  const log = path.join(folder, 'log');
  run(
    'pg_ctl',
    'start',
    '--pgdata',
    data,
    '--wait',
    '--silent',
    '--log',
    log,
    '-o',
    options.join(' '),
  );
  const endWarden = startWarden({ folder, data, account });
  return {
    version: execFileSync(pathOf('postgres'), ['--version'], { encoding: 'utf8' }).trim(),
    environment: { ...process.env, PGHOST: folder, PGUSER: 'dozvon', PGDATABASE: 'dozvon' },
    restart: () => run('pg_ctl', 'restart', '--pgdata', data, '--wait', '--silent', '--log', log),
    stop() {
      run('pg_ctl', 'stop', '--pgdata', data, '--mode', 'immediate', '--silent');
      rmSync(folder, { recursive: true });
      endWarden();
    },
  };
}

interface Warded {
  folder: string;
  data: string;
  account: Account | null;
}

/**
 * Starts a shell that stops the server and removes its folder once this process is gone, by whatever signal. Returns
 * what ends the shell.
 */
function startWarden({ folder, data, account }: Warded): () => void {
  const script = 'cat; "$1" stop --pgdata "$2" --mode immediate --silent; rm -rf "$3"';
  const warden = spawn('sh', ['-c', script, 'sh', pathOf('pg_ctl'), data, folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Ctrl-C reaches the group of this process.
    detached: true,
    ...account,
  });
  warden.unref();
  if (warden.stdin instanceof Socket) warden.stdin.unref();
  return () => warden.stdin.end();
}

function pathOf(program: string): string {
  const found = findPostgres(program);
  if (found === null) throw new SetupError('PostgreSQL is missing. Type: npm run engines');
  return found;
}

/** The account that Debian's package makes; null where this process is not root's. */
function accountOfServer(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const read = (what: string) =>
    Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }).trim());
  return { uid: read('-u'), gid: read('-g') };
}

/**
 * What psql prints.
 * @throws {Error} with what it complained of, where a statement fails
 */
export function psql({ environment }: Cluster, ...parameters: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    'psql',
    ['--no-psqlrc', '--quiet', '--set', 'ON_ERROR_STOP=1', ...parameters],
    { env: environment, encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const examples = path.join(import.meta.dirname, '../../../docs/fleet/postgres');

/** The path of a file in docs/fleet/postgres. */
export const exampleOf = (name: string): string => path.join(examples, name);

/** An empty database with the tables and functions of docs/fleet/postgres, in the place of the one before. */
export function createDatabase(cluster: Cluster): void {
  const here = ['--dbname', 'postgres'];
  psql(cluster, ...here, '--command', 'DROP DATABASE IF EXISTS dozvon');
  psql(cluster, ...here, '--command', 'CREATE DATABASE dozvon');
  for (const name of ['schema.sql', 'summaries.sql', 'loader.sql']) {
    psql(cluster, '--file', exampleOf(name));
  }
}

/**
 * Loads the probes of a folder by load.sh, and returns what it prints, a row a file and last the days summed up.
 * @throws {Error} with what it complained of
 */
export function loadFolder({ environment }: Cluster, folder: string): string[] {
  const { status, stdout, stderr } = spawnSync(
    exampleOf('load.sh'),
    ['--tuples-only', '--no-align'],
    {
      cwd: folder,
      env: environment,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split('\n');
}
