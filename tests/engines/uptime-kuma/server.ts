import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { uptimeKumaFolder } from '../../../scripts/setup/index.mjs';
import type { Lab } from '../../lab/lab.ts';

/** What Uptime Kuma has noted of a monitor. */
export interface Beat {
  status: 'up' | 'down';
  msg: string;
  ping: number | null;
}

/** What `talk.ts` asks for, and the answers. */
export type Talk =
  /** Answers with what logs in from then on. */
  | { kind: 'begin' }
  /** Creates a push monitor, or changes it; `seconds` is after which silence it is down. Answers with its path. */
  | { kind: 'monitor'; token: string; name: string; seconds: number }
  /** Answers with all heartbeats by the monitor's name. */
  | { kind: 'beats'; token: string };

export interface UptimeKuma {
  /** Has a push monitor by this name, which is down after a silence of so many seconds. Returns its address. */
  keepMonitor(name: string, seconds: number): string;
  /** All heartbeats by the monitor's name, from the oldest to the newest, as its page shows them to who logs in. */
  beats(): Record<string, Beat[]>;
  stop(): Promise<void>;
}

const script = fileURLToPath(new URL('./talk.ts', import.meta.url));

/** Free: the namespace is the browser's own. */
const port = '3001';
const url = `http://127.0.0.1:${port}`;

/**
 * Starts Uptime Kuma on the browser's own computer, and logs in.
 * @throws {Error} where it does not come up within half a minute
 */
export async function startUptimeKuma(lab: Lab): Promise<UptimeKuma> {
  const environment = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' };
  const data = mkdtempSync(join(lab.home, 'uptime-kuma-'));
  const options = ['--host=127.0.0.1', `--port=${port}`, `--data-dir=${data}/`];
  const [command = '', ...parameters] = lab.inside([
    process.execPath,
    'server/server.js',
    ...options,
  ]);
  const running = spawn(command, parameters, {
    // It looks for its own files in the folder that it is started in.
    cwd: uptimeKumaFolder,
    // It writes much, and errors of its own that nothing here needs.
    stdio: 'ignore',
    env: { ...environment, UPTIME_KUMA_DB_TYPE: 'sqlite' },
  });
  const talk = (about: Talk): unknown => {
    const [program = '', ...rest] = lab.inside([process.execPath, script]);
    const given = [uptimeKumaFolder, url, JSON.stringify(about)];
    const answer = execFileSync(program, [...rest, ...given], {
      encoding: 'utf8',
      env: environment,
      timeout: 30_000,
    });
    return JSON.parse(answer);
  };
  const stop = async () => {
    running.kill('SIGKILL');
    if (running.exitCode === null && running.signalCode === null) await once(running, 'exit');
  };
  try {
    const token = talk({ kind: 'begin' }) as string;
    return {
      keepMonitor: (name, seconds) =>
        url + (talk({ kind: 'monitor', token, name, seconds }) as string),
      beats: () => talk({ kind: 'beats', token }) as Record<string, Beat[]>,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
