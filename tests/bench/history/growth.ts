import { setTimeout as sleep } from 'node:timers/promises';
import type { TaskMemory } from './task-browser.ts';

const betweenLooksMs = 50;

export interface Growth {
  /** The most that was in use at once beyond what was there before. */
  bytes: number;
  looks: number;
}

/**
 * Looks at the memory while something runs.
 * @param garbage whether it counts; else it is collected before each look
 */
export async function growthDuring(
  { collectGarbage, usedBytes }: TaskMemory,
  garbage: 'counts' | 'is collected',
  run: () => Promise<unknown>,
): Promise<Growth> {
  await collectGarbage();
  const before = await usedBytes();
  const growth: Growth = { bytes: 0, looks: 0 };
  const running = run().then(() => true);
  while (!(await Promise.race([running, sleep(betweenLooksMs, false)]))) {
    if (garbage === 'is collected') await collectGarbage();
    growth.bytes = Math.max(growth.bytes, (await usedBytes()) - before);
    growth.looks += 1;
  }
  return growth;
}
