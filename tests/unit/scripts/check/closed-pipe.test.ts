import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

it('is not ended by whoever reads its messages no more, as `2>&1 | tee` after Ctrl-C', async () => {
  const child = spawn(process.execPath, ['scripts/check.ts', '--format', 'nope'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.destroy();

  const [status] = (await once(child, 'exit')) as [number];

  expect(status).toBe(2);
});
