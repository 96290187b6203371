import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withNamespaces } from '../../../../scripts/setup/own-root.mjs';

const command = ['node', 'lab.ts', '--only', 'all clear'];
let folder: string;

/** A kernel that lets people have user namespaces, or does not. */
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

it('leaves a command of root as it is', () => {
  unshareExits(0);
  vi.spyOn(process, 'getuid').mockReturnValue(0);

  expect(withNamespaces(command)).toEqual(command);
});

it('gives anybody else a user namespace to be root of', () => {
  unshareExits(0);

  const [program, ...rest] = withNamespaces(command);

  expect(program).toBe('unshare');
  expect(rest).toContain('--map-root-user');
  expect(rest.slice(-command.length)).toEqual(command);
});

it('leaves the command as it is where the kernel allows none, or there is no program for it', () => {
  expect(withNamespaces(command)).toEqual(command);

  unshareExits(1);
  expect(withNamespaces(command)).toEqual(command);
});
