import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withNamespaces } from '../../../../scripts/setup/own-root.mjs';

const command = ['node', 'lab.ts', '--only', 'all clear'];
let folder: string;

/** A kernel that allows user namespaces, or does not. */
function unshareExits(status: number): void {
  const file = join(folder, 'unshare');
  writeFileSync(file, `#!/bin/sh\nexit ${status}\n`);
  chmodSync(file, 0o755);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'own-root-'));
  vi.stubEnv('PATH', folder);
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

it('keeps a command of root unchanged', () => {
  unshareExits(0);
  vi.spyOn(process, 'getuid').mockReturnValue(0);

  expect(withNamespaces(command)).toEqual(command);
});

it('runs a command of any other user as root of a user namespace', () => {
  unshareExits(0);

  const [program, ...rest] = withNamespaces(command);

  expect(program).toBe('unshare');
  expect(rest).toContain('--map-root-user');
  expect(rest.slice(-command.length)).toEqual(command);
});

it('keeps the command unchanged if the kernel allows no namespace, or the program is missing', () => {
  expect(withNamespaces(command)).toEqual(command);

  unshareExits(1);
  expect(withNamespaces(command)).toEqual(command);
});
