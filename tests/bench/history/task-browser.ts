import type { PaintTimes } from '../time-paint.ts';
import type { OverviewTimes } from './overview.ts';
import type { Tasks } from './page/main.ts';

/** A browser with one recorded round, and a page of the extension that runs tasks. */
export interface TaskBrowser {
  run: <Name extends keyof Tasks>(
    name: Name,
    argument: number,
  ) => Promise<Awaited<ReturnType<Tasks[Name]>>>;
  /** Checks and records a round. */
  check: () => Promise<unknown>;
  /** Opens the page anew, so that nothing of earlier tasks is in its memory. */
  fresh: () => Promise<void>;
  /** Until the popup has painted what is inside `main`. */
  timePopup: () => Promise<PaintTimes>;
  /** Until a page with one word is painted in the popup's place. */
  timeEmptyPage: () => Promise<PaintTimes>;
  /** The dashboard's first page, in a tab of its own. */
  timeOverview: () => Promise<OverviewTimes>;
  memory: TaskMemory;
  close(): Promise<void>;
}

/** The memory that the page's tasks run in. */
export interface TaskMemory {
  /** What is counted. */
  counts: string;
  collectGarbage: () => Promise<void>;
  usedBytes: () => Promise<number>;
}

export interface Task {
  name: keyof Tasks;
  argument: number;
}

/** Runs in the page. */
export async function runTask({ name, argument }: Task): Promise<unknown> {
  const { tasks } = globalThis as unknown as { tasks: Tasks };
  return tasks[name](argument);
}
