import { spawn } from 'node:child_process';

/**
 * Runs a command with all of its output on stderr.
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, limitMs?: number, shell?: boolean}} [options]
 * @returns {Promise<{ok: boolean, reason: string}>} `reason` is its last line that tells an error.
 */
export function runCommand(command, commandArguments, options = {}) {
  const { limitMs = 600_000, ...spawnOptions } = options;
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      ...spawnOptions,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill();
    }, limitMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        process.stderr.write(chunk);
        said = (said + chunk).slice(-8000);
      });
    }
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ ok: false, reason: error.message });
    });
    child.on('close', (status) => {
      clearTimeout(timer);
      const reason = late ? `no end after ${limitMs / 1000} s` : lastError(said, status);
      resolve({ ok: status === 0, reason });
    });
  });
}

/**
 * @param {string} said
 * @param {number | null} status
 * @returns {string}
 */
function lastError(said, status) {
  const lines = said
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    // Neither the frames of a stack nor npm's log files tell a person anything.
    .filter((line) => line !== '' && !/^at |complete log of this run|debug-0\.log/.test(line));
  const telling = lines.filter((line) =>
    /\b(error|failed|unable|cannot|denied)\b|^E: /i.test(line),
  );
  // The system's own reason, as ENOTFOUND, says more than "download failed" after it.
  const precise = telling.filter((line) => /\bE[A-Z]{5,}\b/.test(line));
  return precise[0] ?? telling.at(-1) ?? lines.at(-1) ?? `exit status ${status}`;
}
