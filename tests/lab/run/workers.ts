import { setTimeout as sleep } from 'node:timers/promises';
import { createLab, type Lab, type LabOptions } from '../lab.ts';

export interface WorkerOptions<Task> {
  /** A task that takes longer fails, and its lab is closed with everything in it. */
  limitMs: (task: Task) => number;
  workers: number;
  /** The browsers that run in the labs. */
  programs: Pick<LabOptions, 'chromium' | 'firefox'>;
  /** Throws if the next task needs a new lab. */
  run: (lab: Lab, task: Task) => Promise<void>;
  onError: (task: Task, error: unknown) => void;
}

/** Runs tasks in parallel, in order, each worker in its own lab. */
export async function runInLabs<Task>(
  tasks: readonly Task[],
  { workers, programs, run, limitMs, onError }: WorkerOptions<Task>,
): Promise<void> {
  const waiting = [...tasks];
  const work = async (): Promise<void> => {
    let lab: Lab | null = null;
    try {
      for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
        lab ??= await createLab(programs);
        try {
          await within(limitMs(task), run(lab, task));
        } catch (error) {
          onError(task, error);
          await lab.close();
          lab = null;
        }
      }
    } finally {
      await lab?.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, tasks.length) }, work));
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  const over = new AbortController();
  const late = sleep(ms, undefined, { signal: over.signal }).then(() => {
    throw new Error(`It did not end within ${ms} ms.`);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    over.abort();
    // Either may still fail after the other has settled the race.
    late.catch(() => undefined);
    work.catch(() => undefined);
  }
}
