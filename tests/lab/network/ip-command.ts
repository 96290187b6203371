import { execFileSync } from 'node:child_process';

const commandTimeoutMs = 10_000;

/** One line that explains why no lab can run here; undefined if one can. */
export function whyNoNamespaces(): string | undefined {
  if (process.getuid?.() !== 0) {
    return 'The lab needs root to make network namespaces, or a kernel that lets people have user namespaces.';
  }
  try {
    execFileSync('ip', ['-Version'], { stdio: 'ignore', timeout: commandTimeoutMs });
    return undefined;
  } catch {
    return 'The lab needs the command `ip` (Debian: apt-get install iproute2).';
  }
}

/** Runs `ip` commands inside a namespace; stops at the first that fails. */
export function batch(name: string, lines: string[]): void {
  if (lines.length === 0) return;
  ip(['-n', name, '-batch', '-'], lines.join('\n'));
}

/** Runs a command inside a namespace. */
export function inside(name: string, command: string[], input = ''): void {
  ip(['netns', 'exec', name, ...command], input);
}

/** Runs `ip`; throws an error with its output if it fails. */
export function ip(parameters: string[], input = ''): void {
  execFileSync('ip', parameters, {
    input,
    stdio: ['pipe', 'ignore', 'pipe'],
    timeout: commandTimeoutMs,
  });
}

/** The processes in a namespace; empty if it does not exist. */
export function pidsIn(name: string): number[] {
  try {
    const output = execFileSync('ip', ['netns', 'pids', name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: commandTimeoutMs,
    });
    return output.split('\n').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
