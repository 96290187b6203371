import { expect, it } from 'vitest';
import { createQueue } from '../../../lib/steps/queue.ts';

it('runs a step once the one before is over, though that fails', async () => {
  const enqueue = createQueue();
  const first = Promise.withResolvers<void>();
  const begun: string[] = [];
  const failing = enqueue(async () => {
    begun.push('first');
    await first.promise;
  });
  const running = enqueue(async () => {
    begun.push('second');
    return 'its result';
  });
  await Promise.resolve();

  expect(begun).toEqual(['first']);
  first.reject(new Error('the first failed'));
  await expect(failing).rejects.toThrow('the first failed');
  expect(await running).toBe('its result');
  expect(begun).toEqual(['first', 'second']);
});
