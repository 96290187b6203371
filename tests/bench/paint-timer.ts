import type { CDPSession } from '@playwright/test';
import type { Extension } from '../lab/extension.ts';

export interface PaintTimer {
  /**
   * Milliseconds from the start of the navigation until the largest thing on the page was painted;
   * rejects where that is not inside `content`, a selector.
   */
  paintOf(address: string, content: string): Promise<number>;
}

const limitMs = 10_000;
const frameMs = 1000 / 60;

/**
 * Times paints in the extension's page, each after a visit to `blank`, so that none pays for what
 * another page leaves behind. The largest paint is taken and not the first: a frame painted ahead of
 * the content gains nothing.
 */
export async function createPaintTimer(extension: Extension, blank: string): Promise<PaintTimer> {
  const { page, context } = extension;
  const devtools = await context.newCDPSession(page);
  await devtools.send('Page.enable');
  await devtools.send('Page.setLifecycleEventsEnabled', { enabled: true });

  async function visit(address: string): Promise<void> {
    const painted = nextPaint(devtools);
    await page.goto(address, { waitUntil: 'commit' });
    await painted;
  }

  return {
    async paintOf(address, content) {
      await visit(blank);
      await anyMomentOfAFrame();
      await visit(address);
      return page.evaluate(largestPaint, content);
    },
  };
}

/** Navigations that begin in step with the display's frames would all be rounded up alike. */
function anyMomentOfAFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * frameMs));
}

/** The browser tells of it by itself; asking the page would take time from what is measured. */
function nextPaint(devtools: CDPSession): Promise<void> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => end(() => reject(new Error('nothing was painted'))), limitMs);
    devtools.on('Page.lifecycleEvent', listen);

    function listen({ name }: { name: string }) {
      if (name === 'firstContentfulPaint') end(resolve);
    }

    function end(settle: () => void) {
      clearTimeout(limit);
      devtools.off('Page.lifecycleEvent', listen);
      settle();
    }
  });
}

/** Runs in the page. */
function largestPaint(content: string): Promise<number> {
  return new Promise((resolve, reject) => {
    new PerformanceObserver((list) => {
      const largest = list.getEntries().at(-1) as PerformanceEntry & { element: Element | null };
      if (largest.element?.closest(content)) resolve(largest.startTime);
      else reject(new Error(`painted outside ${content}: ${largest.element?.outerHTML}`));
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}
