import type { Page } from '@playwright/test';
import type { Extension } from '../../lab/browsers/extension.ts';
import { launchExtension } from '../../lab/browsers/launch-extension.ts';
import type { Lab } from '../../lab/lab.ts';
import { emptyPage } from '../empty-page.ts';
import { forPopups, timePaint } from '../time-paint.ts';
import { type OverviewTimes, overviewTimes } from './overview.ts';
import { runTask, type TaskBrowser, type TaskMemory } from './task-browser.ts';

export async function openChromium(lab: Lab, folder: string): Promise<TaskBrowser> {
  const launched = await launchExtension(lab, {
    build: folder,
    ...forPopups,
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
    timePopup: () => timePaint(extension, 'popup.html', 'main'),
    timeEmptyPage: () => timePaint(extension, emptyPage, 'body'),
    timeOverview: () => timeOverview(extension),
    memory: await memoryOf(page),
    close: () => launched.close(),
  };
}

async function timeOverview(extension: Extension): Promise<OverviewTimes> {
  const tab = await extension.context.newPage();
  // A tab behind another paints nothing.
  await tab.bringToFront();
  await tab.goto(extension.address('dashboard.html'), { waitUntil: 'commit' });
  const times = await tab.evaluate(overviewTimes);
  await tab.close();
  await extension.page.bringToFront();
  return times;
}

async function memoryOf(page: Page): Promise<TaskMemory> {
  const session = await page.context().newCDPSession(page);
  return {
    counts: "the page's JavaScript, its objects in the engine, and its buffers",
    async collectGarbage() {
      await session.send('HeapProfiler.collectGarbage');
    },
    async usedBytes() {
      const usage = await session.send('Runtime.getHeapUsage');
      return usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize;
    },
  };
}
