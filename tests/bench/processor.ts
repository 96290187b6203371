import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession } from '@playwright/test';
import { bringForward, nextScheduledRound } from '../lab/browsers/alarms.ts';
import type { Extension } from '../lab/browsers/extension.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { createLab } from '../lab/lab.ts';
import { endpointsOf, fetchBarely } from './bare-fetch.ts';
import { type Benchmark, mean } from './benchmark.ts';
import { emptyPage, withEmptyPage } from './empty-page.ts';

/** Every fifth pulse opens a document for its WebSockets and takes a third more, so a multiple of that. */
const runs = 15;
/** What a round is followed by, as deleting what is old, takes a few of them. */
const afterwardsMs = 150;

/**
 * The processor's time that a pulse takes with everything reachable, of all processes of the browser, compared with a
 * bare fetch of what it asked, alternately in one browser. The worker is asleep when the pulse begins, as after a
 * quarter of an hour, and no page of ours is open but an empty one.
 */
export const processorBenchmark: Benchmark = {
  name: 'processor',
  async measure() {
    const build = withEmptyPage('.output/chrome-mv3');
    const lab = await createLab();
    const launched = await launchExtension(lab, { build });
    const { extension } = launched;
    try {
      const seconds = await secondsUsed(extension, () => lab.setWorld({}));
      return [
        {
          name: "a pulse's time of the processor, to a bare fetch's",
          unit: 'ratio',
          measured: mean(seconds.pulse) / mean(seconds.bare),
          limit: 2,
          note: `means of ${runs}: ${inMs(seconds.pulse)} ms to ${inMs(seconds.bare)} ms`,
        },
      ];
    } finally {
      await launched.close();
      await lab.close();
      rmSync(build, { recursive: true, force: true });
    }
  },
};

async function secondsUsed(extension: Extension, cutConnections: () => Promise<void>) {
  const { page, context } = extension;
  const devtools = await context.browser()?.newBrowserCDPSession();
  if (devtools === undefined) throw new Error('The browser tells nothing of its processes.');
  await extension.check();
  await page.goto(extension.address(emptyPage));
  const endpoints = endpointsOf(await nextScheduledRound(extension));
  const pulse: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await cutConnections();
    bare.push(await usedBy(devtools, () => fetchBarely(page, endpoints)));
    await cutConnections();
    await extension.killWorker();
    pulse.push(await usedBy(devtools, () => aPulse(extension)));
  }
  return { pulse, bare };
}

/**
 * Plays a scheduled round until it says that it is over, and what follows it. Who asks whether one is running may miss
 * it where little else is going on, and has the worker judge each time what it knows.
 */
async function aPulse(extension: Extension): Promise<void> {
  const isOver = extension.page.evaluate(untilRoundIsOver);
  await bringForward(extension, 'schedule');
  await isOver;
  await sleep(afterwardsMs);
}

type Told = { type: string; data: unknown };
type Listener = (message: Told) => void;
type Chrome = { runtime: { onMessage: Record<'addListener', (listener: Listener) => void> } };

/** Runs in a page of the extension. */
function untilRoundIsOver(): Promise<void> {
  const { runtime } = (globalThis as unknown as { chrome: Chrome }).chrome;
  return new Promise((resolve) => {
    runtime.onMessage.addListener(({ type, data }) => {
      if (type === 'progressChanged' && data === null) resolve();
    });
  });
}

/** The processor's time of all processes while something runs, in seconds. */
async function usedBy(devtools: CDPSession, task: () => Promise<unknown>): Promise<number> {
  const before = await usedSoFar(devtools);
  await task();
  const after = await usedSoFar(devtools);
  return [...after].reduce((sum, [id, seconds]) => sum + seconds - (before.get(id) ?? 0), 0);
}

async function usedSoFar(devtools: CDPSession): Promise<Map<number, number>> {
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime]));
}

function inMs(seconds: readonly number[]): number {
  return Math.round(mean(seconds) * 1_000);
}
