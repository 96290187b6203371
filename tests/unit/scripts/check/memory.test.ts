import { spawn } from 'node:child_process';
import { expect, it, onTestFinished } from 'vitest';
import { memoryOfChildren } from '../../../../scripts/check/memory.ts';

it.runIf(process.platform === 'linux')('adds up children and theirs', async () => {
  const before = memoryOfChildren() ?? 0;
  const hold =
    'const held = Buffer.alloc(200e6, 1); console.log(held.length); setInterval(() => {}, 1e6)';
  const script = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(hold)}], { stdio: 'inherit' })`;
  const child = spawn(process.execPath, ['-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  onTestFinished(() => void process.kill(-(child.pid ?? 0), 'SIGKILL'));
  await new Promise((resolve) => child.stdout.once('data', resolve));

  const grown = (memoryOfChildren() ?? 0) - before;

  expect(grown).toBeGreaterThan(200e6);
  expect(grown).toBeLessThan(500e6);
});
