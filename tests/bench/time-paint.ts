import type { Extension } from '../lab/browsers/extension.ts';
import { closeToolbarPopup, openToolbarPopup } from '../lab/browsers/toolbar-popup.ts';
import { midmean } from './benchmark.ts';

const frameMs = 1000 / 60;

/**
 * How a browser starts in which popups are timed. On a headless browser's own screen of 800 × 600 a popup is cut short
 * and scrolls; and the popup of an icon that is not pinned always opens right after a frame, so that its times come in
 * steps of 17 ms.
 */
export const forPopups = {
  pinsIcon: true,
  moreArguments: ['--screen-info={1600x1200}', '--window-size=1400,1000'],
};

/** Milliseconds from the start of a page's navigation. */
export interface PaintTimes {
  /** Until its scripts had run once, and all that it waits for by itself was there. */
  loadedMs: number;
  /** Until its largest paint was drawn; NaN where the browser does not tell. */
  drawnMs: number;
  /** Until that was on the screen. */
  shownMs: number;
}

/** Where the time of many openings goes. */
export function partsOf(times: readonly PaintTimes[]): string {
  const { loadedMs, drawnMs, shownMs } = typicalOf(times);
  return `${Math.round(shownMs)} ms (loaded ${Math.round(loadedMs)}, drawn ${Math.round(drawnMs)})`;
}

export function typicalOf(times: readonly PaintTimes[]): PaintTimes {
  return {
    loadedMs: midmean(times.map(({ loadedMs }) => loadedMs)),
    drawnMs: midmean(times.map(({ drawnMs }) => drawnMs)),
    shownMs: midmean(times.map(({ shownMs }) => shownMs)),
  };
}

/**
 * How long a popup takes until its largest contentful paint. It opens at the toolbar: a tab has its size from the
 * start, and its page also pays for the removal of the previous one. The largest paint counts and not the first,
 * since a frame before the content does not help. Rejects if that paint is not inside `content`, a selector.
 */
export async function timePaint(
  extension: Extension,
  path: string,
  content: string,
): Promise<PaintTimes> {
  await anyMomentOfAFrame();
  const popup = await openToolbarPopup(extension, path);
  const times = await extension.page.evaluate(largestPaint, { view: popup, content });
  await closeToolbarPopup(extension);
  return times;
}

/** If popups opened in step with the display's frames, all would be rounded up alike. */
function anyMomentOfAFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * frameMs));
}

interface LargestPaint extends PerformanceEntry {
  element: Element | null;
  paintTime?: number;
}

/**
 * Times the largest paint of a window, which has to be inside `content`. Runs in a page of the extension, whose own
 * window it is if no other is given.
 */
export function largestPaint({
  view = window,
  content,
}: {
  view?: Window;
  content: string;
}): Promise<PaintTimes> {
  const { PerformanceObserver, performance } = view as Window & typeof globalThis;
  return new Promise((resolve, reject) => {
    new PerformanceObserver((list) => {
      const largest = list.getEntries().at(-1) as LargestPaint;
      const [navigation] = performance.getEntriesByType('navigation');
      if (largest.element?.closest(content)) {
        resolve({
          loadedMs: (navigation as PerformanceNavigationTiming).domComplete,
          drawnMs: largest.paintTime ?? NaN,
          shownMs: largest.startTime,
        });
      } else reject(new Error(`painted outside ${content}: ${largest.element?.outerHTML}`));
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}
