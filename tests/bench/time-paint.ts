import type { Extension } from '../lab/browsers/extension.ts';
import { closeToolbarPopup, openToolbarPopup } from '../lab/browsers/toolbar-popup.ts';

const frameMs = 1000 / 60;

/**
 * Milliseconds from the start of a popup's navigation until its largest contentful paint. The popup opens
 * at the toolbar: a tab has its size from the start, and its page also pays for the removal of the previous
 * one. The largest paint counts and not the first, since a frame before the content does not help. Rejects
 * if that paint is not inside `content`, a selector.
 */
export async function timePaint(
  extension: Extension,
  path: string,
  content: string,
): Promise<number> {
  await anyMomentOfAFrame();
  const popup = await openToolbarPopup(extension, path);
  const paintedMs = await extension.page.evaluate(largestPaint, { view: popup, content });
  await closeToolbarPopup(extension);
  return paintedMs;
}

/** If popups opened in step with the display's frames, all would be rounded up alike. */
function anyMomentOfAFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * frameMs));
}

/**
 * Milliseconds until the largest paint of a window, which has to be inside `content`. Runs in a page of the extension,
 * whose own window it is if no other is given.
 */
export function largestPaint({
  view = window,
  content,
}: {
  view?: Window;
  content: string;
}): Promise<number> {
  const { PerformanceObserver } = view as Window & typeof globalThis;
  return new Promise((resolve, reject) => {
    new PerformanceObserver((list) => {
      const largest = list.getEntries().at(-1) as PerformanceEntry & { element: Element | null };
      if (largest.element?.closest(content)) resolve(largest.startTime);
      else reject(new Error(`painted outside ${content}: ${largest.element?.outerHTML}`));
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}
