import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createLab } from '../lab/lab.ts';
import { launchExtension } from '../lab/launch-extension.ts';
import { type Benchmark, median } from './benchmark.ts';

const runs = 15;

/** The popup with verdicts in its history, against a page of the same extension with one word. */
export const popupBenchmark: Benchmark = {
  name: 'popup',
  async measure() {
    const build = withEmptyPage('.output/chrome-mv3');
    const lab = await createLab();
    const launched = await launchExtension(lab, { build });
    const { extension } = launched;
    try {
      await extension.check();
      const empty: number[] = [];
      const popup: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        empty.push(await firstPaint(extension.page, extension.address('empty.html'), 'body'));
        popup.push(await firstPaint(extension.page, extension.address('popup.html'), 'main li'));
      }
      return [
        {
          name: "popup's verdicts painted, to an empty page",
          unit: 'ratio',
          measured: median(popup) / median(empty),
          limit: 1.5,
          note: `medians of ${runs}: ${Math.round(median(popup))} ms to ${Math.round(median(empty))} ms`,
        },
      ];
    } finally {
      await launched.close();
      await lab.close();
      rmSync(build, { recursive: true, force: true });
    }
  },
};

function withEmptyPage(build: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'dozvon-bench-'));
  cpSync(build, copy, { recursive: true });
  writeFileSync(join(copy, 'empty.html'), '<!doctype html><title>Empty</title><p>Empty</p>');
  return copy;
}

/**
 * First contentful paint in milliseconds; fails where `content` is not there by then. Nothing else
 * may run in the page meanwhile, as Playwright's locators would.
 */
async function firstPaint(page: Page, address: string, content: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        new PerformanceObserver((list) => {
          const entry = list.getEntriesByName('first-contentful-paint')[0];
          if (entry === undefined) return;
          if (document.querySelector(wanted) !== null) resolve(entry.startTime);
          else reject(new Error(`${wanted} was not painted`));
        }).observe({ type: 'paint', buffered: true });
      }),
    content,
  );
}
