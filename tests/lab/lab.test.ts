// @vitest-environment node
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, expect, it, vi } from 'vitest';
import { createLab } from './lab.ts';
import { curl } from './network/clients.ts';

const script = `
  import { createLab } from '${new URL('./lab.ts', import.meta.url).href}';
  await createLab();
  console.log('built');
  setInterval(() => {}, 1000);
`;

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** A separate process that owns a lab. */
async function startOwner(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout) await once(child.stdout, 'data', { signal: AbortSignal.timeout(20_000) });
  return child;
}

/** Traces of a process's labs outside the process. */
function tracesOf(pid: number | undefined): string[] {
  const namespaces = execFileSync('ip', ['netns', 'list'], { encoding: 'utf8' }).split('\n');
  return [...namespaces, ...readdirSync('/etc/netns'), ...readdirSync(tmpdir())].filter((name) =>
    name.startsWith(`dozvon-${pid}-`),
  );
}

it('isolates labs side by side, and leaves no trace of a closed one', async () => {
  const [open, censored] = await Promise.all([
    createLab(),
    createLab({ world: { tls: [{ names: ['*'], action: 'reset' }] } }),
  ]);

  const outcomes = await Promise.all([
    curl(open, 'https://t.me/'),
    curl(censored, 'https://t.me/'),
  ]);
  const traces = tracesOf(process.pid);
  await Promise.all([open.close(), censored.close()]);

  expect(outcomes.map(({ exit }) => exit)).toEqual([0, 35]);
  // Each lab has four namespaces, one resolver file and one home.
  expect(traces).toHaveLength(12);
  expect(tracesOf(process.pid)).toEqual([]);
}, 20_000);

it.each(['SIGINT', 'SIGTERM'] as const)(
  'leaves nothing when its process ends by %s',
  async (signal) => {
    const owner = await startOwner();
    const before = tracesOf(owner.pid);

    owner.kill(signal);
    const [, endedBy] = await once(owner, 'exit', { signal: AbortSignal.timeout(10_000) });

    expect(before).toHaveLength(6);
    expect(endedBy).toBe(signal);
    expect(tracesOf(owner.pid)).toEqual([]);
  },
  20_000,
);

it('cleans up after a killed process', async () => {
  const owner = await startOwner();
  owner.kill('SIGKILL');
  await once(owner, 'exit', { signal: AbortSignal.timeout(10_000) });
  const left = tracesOf(owner.pid);

  const lab = await createLab();

  expect(left).toHaveLength(6);
  expect(tracesOf(owner.pid)).toEqual([]);
  await lab.close();
}, 20_000);

it('says in one line that it needs root', async () => {
  vi.spyOn(process, 'getuid').mockReturnValue(1000);

  await expect(createLab()).rejects.toThrow('The lab needs root to make network namespaces');
});

it('says in one line that it needs ip', async () => {
  vi.stubEnv('PATH', '/nonexistent');

  await expect(createLab()).rejects.toThrow('The lab needs the command `ip`');
});
