import { spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { usualTimeZone } from '../browsers/lab-browser.ts';
import type { Lab } from '../lab.ts';

export interface Finished {
  /** As a shell tells it, where a signal ended the command too. */
  code: number;
  output: string;
  errors: string;
}

export interface RunningCheck {
  finished: Promise<Finished>;
  /** Resolves once standard error contains the text, so often; rejects if the check ends first. */
  said(text: string, times?: number): Promise<void>;
  /** Does what a terminal does on Ctrl-C: signals all processes that were started, by SIGINT by default. */
  interrupt(signal?: NodeJS.Signals): void;
}

/** Starts the command as a researcher would, on a machine whose only network is the lab. */
export function startCheck(
  lab: Lab,
  options: readonly string[],
  variables: Record<string, string> = {},
): RunningCheck {
  return startNpm(lab, ['run', '--silent', 'check', '--', ...options], variables);
}

/** Starts npm there, with arguments as they are typed. */
function startNpm(
  lab: Lab,
  typed: readonly string[],
  variables: Record<string, string>,
): RunningCheck {
  // npm must not check for a newer npm.
  const quiet = { npm_config_update_notifier: 'false', TZ: usualTimeZone };
  const settings = Object.entries({ ...quiet, ...variables }).map(
    ([name, value]) => `${name}=${value}`,
  );
  const [command = '', ...rest] = lab.inside(['env', ...settings, 'npm', ...typed]);
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const seen = { output: '', errors: '' };
  child.stdout.on('data', (text) => (seen.output += text));
  child.stderr.on('data', (text) => (seen.errors += text));
  const finished = once(child, 'close').then(([status, signal]) => ({
    code: codeOf(status as number | null, signal as NodeJS.Signals),
    ...seen,
  }));
  return {
    finished,
    said: (text, times = 1) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (seen.errors.split(text).length > times) resolve();
        };
        child.stderr.on('data', look);
        child.on('close', () => reject(new Error(`never said "${text}", but: ${seen.errors}`)));
        look();
      }),
    interrupt: (signal = 'SIGINT') => void process.kill(-(child.pid ?? 0), signal),
  };
}

// npm ends by the signal that it was sent, and has no status then.
function codeOf(status: number | null, signal: NodeJS.Signals): number {
  return status ?? 128 + os.constants.signals[signal];
}

export function check(lab: Lab, ...options: string[]): Promise<Finished> {
  return startCheck(lab, options).finished;
}

/** Runs `npm start` there, where there is no display. */
export function startWithoutDisplay(lab: Lab): Promise<Finished> {
  return startNpm(lab, ['start', '--silent'], { DISPLAY: '', WAYLAND_DISPLAY: '' }).finished;
}
