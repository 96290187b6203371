import { type ChildProcess, spawn } from 'node:child_process';
import { childEnvironment } from '../setup/index.mjs';

export interface FirefoxProcess {
  /** Address of its WebDriver BiDi endpoint. Rejects if Firefox exits first or takes too long. */
  listening: Promise<string>;
  /** Waits for it to exit by itself, and kills it after `graceMs`. */
  end(graceMs: number): Promise<void>;
}

const startLimitMs = 60_000;
const announcement = /WebDriver BiDi listening on (ws:\/\/\S+)/;

/** Starts headless Firefox for WebDriver BiDi. The caller handles signals. */
export function startFirefox(
  executablePath: string,
  { profile, environment }: { profile: string; environment: Record<string, string> },
): FirefoxProcess {
  const child = spawn(
    executablePath,
    [
      '--headless',
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port',
      '0',
      // Without it, remote control cannot open an extension's pages.
      '--remote-allow-system-access',
      'about:blank',
    ],
    // Its own process group, so that Ctrl-C in a terminal does not end it early.
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true, env: environmentWith(environment) },
  );
  // An immediate exit, as on a second Ctrl-C, must not leave it running.
  const killAtExit = (): void => killGroup(child);
  process.on('exit', killAtExit);
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
    child.on('error', () => resolve());
  }).then(() => void process.off('exit', killAtExit));
  return {
    listening: untilListening(child),
    async end(graceMs) {
      const timer = setTimeout(() => killGroup(child), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

function environmentWith(others: Record<string, string>): NodeJS.ProcessEnv {
  // Release builds honour a different remote-settings server only with this variable.
  return { ...childEnvironment(), MOZ_REMOTE_SETTINGS_DEVTOOLS: '1', ...others };
}

function untilListening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(
      () => reject(new Error(`it did not start within ${startLimitMs / 1000} s`)),
      startLimitMs,
    );
    child.stderr?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8000);
      const address = announcement.exec(output)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(`${address}/session`);
    });
    const fail = (reason: string): void => {
      clearTimeout(timer);
      reject(new Error(reason));
    };
    child.on('error', (error) => fail(error.message));
    child.on('close', (status) => fail(lastLine(output) ?? `it ended with status ${status}`));
  });
}

function lastLine(output: string): string | null {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.findLast((line) => line !== '') ?? null;
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    // The whole group, so that tab processes end too.
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
