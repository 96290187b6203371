import { createLab } from '../../lab/lab.ts';
import type { BenchmarkOptions } from '../benchmark.ts';
import { openChromium } from './chromium-tasks.ts';
import { openFirefox } from './firefox-tasks.ts';
import type { TaskBrowser } from './task-browser.ts';

/** In a lab of its own. */
export async function openBrowser(
  folder: string,
  { browser }: BenchmarkOptions,
): Promise<TaskBrowser> {
  const lab = await createLab();
  const opened = await (browser === 'firefox' ? openFirefox : openChromium)(lab, folder);
  return {
    ...opened,
    async close() {
      await opened.close();
      await lab.close();
    },
  };
}
