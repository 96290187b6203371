import { spawn } from 'node:child_process';

/**
 * Runs a command with all its output on stderr.
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, limitMs?: number, shell?: boolean}} [options]
 * @returns {Promise<{ok: boolean, reason: string}>} `reason` is the last line that names an error.
 */
export function runCommand(command, commandArguments, options = {}) {
  const { limitMs = 600_000, ...spawnOptions } = options;
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      ...spawnOptions,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill();
    }, limitMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        process.stderr.write(chunk);
        output = (output + chunk).slice(-8000);
      });
    }
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ ok: false, reason: error.message });
    });
    child.on('close', (status) => {
      clearTimeout(timer);
      const reason = late ? `no end after ${limitMs / 1000} s` : lastError(output, status);
      resolve({ ok: status === 0, reason });
    });
  });
}

/**
 * @param {string} output
 * @param {number | null} status
 * @returns {string}
 */
function lastError(output, status) {
  const lines = output
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    // Stack frames and the names of npm's log files do not help a person.
    .filter((line) => line !== '' && !/^at |complete log of this run|debug-0\.log/.test(line));
  const telling = lines.filter((line) =>
    /\b(error|failed|unable|cannot|denied)\b|^E: /i.test(line),
  );
  // The system's reason, such as ENOTFOUND, explains more than the "download failed" after it.
  const precise = telling.filter((line) => /\bE[A-Z]{5,}\b/.test(line));
  return precise[0] ?? telling.at(-1) ?? lines.at(-1) ?? `exit status ${status}`;
}
