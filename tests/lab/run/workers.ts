import { setTimeout as sleep } from 'node:timers/promises';
import { createLab, type Lab, type LabOptions } from '../lab.ts';

export interface WorkerOptions<Task> {
  /** A task that has not ended by then fails, and its lab with everything in it is taken down. */
  limitMs: (task: Task) => number;
  workers: number;
  /** The browsers that are run in the labs. */
  programs: Pick<LabOptions, 'chromium' | 'firefox'>;
  /** Throws where the lab is to be made anew before the next task. */
  run: (lab: Lab, task: Task) => Promise<void>;
  onError: (task: Task, error: unknown) => void;
}

/** Does tasks side by side, in their order, each worker in a lab of its own. */
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
    // Each may still fail after the other has decided.
    late.catch(() => undefined);
    work.catch(() => undefined);
  }
}
