import { expect, it, vi } from 'vitest';
import { createLimits } from '../../../lib/round/limits.ts';

it('does not count a request on a reused connection as a handshake', async () => {
  vi.useFakeTimers();
  const limits = createLimits({ connections: 8, restMs: 1_000, clock: () => Date.now() });
  const started: string[] = [];
  const task = (name: string, milliseconds: number) => () => {
    started.push(name);
    return new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  };
  const slot = { host: 'one.example', priority: 1 };

  void limits.run(slot, task('handshake', 5_000));
  void limits.run({ ...slot, reuses: () => true }, task('reused', 100));
  void limits.run(slot, task('next handshake', 100));
  await vi.advanceTimersByTimeAsync(4_900);

  expect(started).toEqual(['handshake', 'reused']);
  await vi.advanceTimersByTimeAsync(1_200);
  expect(started).toEqual(['handshake', 'reused', 'next handshake']);
  vi.useRealTimers();
});
