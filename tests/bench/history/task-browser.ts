import { resolve } from 'node:path';
import { firefoxLauncher } from '../../lab/browsers/firefox.ts';
import { launchExtension } from '../../lab/browsers/launch-extension.ts';
import { createLab, type Lab } from '../../lab/lab.ts';
import type { BenchmarkOptions } from '../benchmark.ts';
import { timePaint } from '../time-paint.ts';
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
  /** Null where the browser shows no popup to be timed. */
  timePaint: ((path: string, content: string) => Promise<number>) | null;
  close(): Promise<void>;
}

interface Task {
  name: keyof Tasks;
  argument: number;
}

/** Runs in the page. */
async function runTask({ name, argument }: Task): Promise<unknown> {
  const { tasks } = globalThis as unknown as { tasks: Tasks };
  return tasks[name](argument);
}

export async function openBrowser(
  folder: string,
  { browser }: BenchmarkOptions,
): Promise<TaskBrowser> {
  const lab = await createLab();
  const opened = await (browser === 'firefox' ? inFirefox(lab, folder) : inChromium(lab, folder));
  return {
    ...opened,
    async close() {
      await opened.close();
      await lab.close();
    },
  };
}

async function inChromium(lab: Lab, folder: string): Promise<TaskBrowser> {
  const launched = await launchExtension(lab, {
    build: folder,
    moreArguments: ['--enable-precise-memory-info', '--js-flags=--expose-gc'],
  });
  const { extension } = launched;
  await extension.ask('changeSettings', { everyMinutes: null, onNetworkChange: false });
  await extension.check();
  const page = await extension.context.newPage();
  await page.goto(extension.address('tasks.html'));
  await extension.page.bringToFront();
  return {
    run: (name, argument) => page.evaluate(runTask, { name, argument }) as never,
    check: () => extension.check(),
    async fresh() {
      await page.reload();
      await extension.page.bringToFront();
    },
    timePaint: (path, content) => timePaint(extension, path, content),
    close: () => launched.close(),
  };
}

async function inFirefox(lab: Lab, folder: string): Promise<TaskBrowser> {
  const launch = firefoxLauncher({ stores: resolve(folder), research: resolve(folder) });
  const launched = await launch(lab, {});
  const { page } = launched;
  await launched.check();
  const fresh = () =>
    page.evaluate(() => {
      location.href = '/tasks.html';
    }, null);
  await fresh();
  return {
    run: (name, argument) => page.evaluate(runTask, { name, argument }) as never,
    check: () => launched.check(),
    fresh,
    timePaint: null,
    close: () => launched.close(),
  };
}
