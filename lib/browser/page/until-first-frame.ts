/** A popup is shown by then; a tab behind others may never be. */
const shownWithinMs = 500;

/**
 * The first frame is on the screen when the second begins; code that runs earlier delays it. Hidden pages get
 * no frames.
 */
export async function untilFirstFrame(): Promise<void> {
  await untilShown();
  if (document.hidden) return;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
}

/** At the toolbar, a page is hidden until the browser has heard that it is loaded. */
function untilShown(): Promise<void> {
  return new Promise((resolve) => {
    if (!document.hidden) resolve();
    document.addEventListener('visibilitychange', () => resolve(), { once: true });
    setTimeout(resolve, shownWithinMs);
  });
}
