import { createLab, type Lab } from '../lab.ts';

export interface WorkerOptions<Task> {
  workers: number;
  chromium: string;
  /** Throws where the lab is to be made anew before the next task. */
  run(lab: Lab, task: Task): Promise<void>;
  onError(task: Task, error: unknown): void;
}

/** Does tasks side by side, in their order, each worker in a lab of its own. */
export async function runInLabs<Task>(
  tasks: readonly Task[],
  { workers, chromium, run, onError }: WorkerOptions<Task>,
): Promise<void> {
  const waiting = [...tasks];
  const work = async (): Promise<void> => {
    let lab: Lab | null = null;
    try {
      for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
        lab ??= await createLab({ chromium });
        try {
          await run(lab, task);
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
