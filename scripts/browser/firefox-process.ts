import { type ChildProcess, spawn } from 'node:child_process';
import { childEnvironment } from '../setup/index.mjs';

export interface FirefoxProcess {
  /** Where it listens for WebDriver BiDi. Rejects where it ends before, or takes too long. */
  listening: Promise<string>;
  /** Waits until it has ended by itself, and ends it after `graceMs`. */
  end(graceMs: number): Promise<void>;
}

const startLimitMs = 60_000;
const announcement = /WebDriver BiDi listening on (ws:\/\/\S+)/;

/** Starts Firefox without a window, to be driven over WebDriver BiDi. Signals are the caller's. */
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
      // Without it no page of an extension may be opened from outside.
      '--remote-allow-system-access',
      'about:blank',
    ],
    // A group of its own: Ctrl-C in a terminal must not end it before it is told to.
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true, env: environmentWith(environment) },
  );
  // Whoever exits at once, as at a second Ctrl-C, must not leave it behind.
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
  // Releases heed the setting for another server of remote settings only then.
  return { ...childEnvironment(), MOZ_REMOTE_SETTINGS_DEVTOOLS: '1', ...others };
}

function untilListening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(
      () => reject(new Error(`it did not start within ${startLimitMs / 1000} s`)),
      startLimitMs,
    );
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-8000);
      const address = announcement.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(`${address}/session`);
    });
    const fail = (reason: string): void => {
      clearTimeout(timer);
      reject(new Error(reason));
    };
    child.on('error', (error) => fail(error.message));
    child.on('close', (status) => fail(lastWords(said) ?? `it ended with status ${status}`));
  });
}

function lastWords(said: string): string | null {
  const lines = said.split('\n').map((line) => line.trim());
  return lines.findLast((line) => line !== '') ?? null;
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    // The processes of its tabs too.
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
