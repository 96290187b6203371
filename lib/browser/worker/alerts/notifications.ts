import { browser } from 'wxt/browser';

const permission = { permissions: ['notifications' as const] };
const prefix = 'alert-';

/** Whether the browser may show notifications for us. Without it, Chromium has no such API, or one that throws. */
export function isAlertPermitted(): Promise<boolean> {
  return browser.permissions.contains(permission);
}

/** Shows a notification, or shows that of the same number anew. Its id tells nothing else: systems keep it. */
export async function notify(
  number: number,
  shown: { iconUrl: string; title: string; message: string },
): Promise<void> {
  await browser.notifications.create(`${prefix}${number}`, { type: 'basic', ...shown });
}

/** Takes all notifications off the screen. */
export async function clearNotifications(): Promise<void> {
  if (!(await isAlertPermitted())) return;
  const ids = Object.keys(await browser.notifications.getAll());
  await Promise.all(ids.map((id) => browser.notifications.clear(id)));
}

/** Calls back with the number of a notification that was clicked. Call it synchronously. */
export function onNotificationClick(listener: (number: number) => void): void {
  let isListening = false;
  function listen() {
    // Without the permission there is nothing to listen to.
    if (isListening || !browser.notifications?.onClicked) return;
    isListening = true;
    browser.notifications.onClicked.addListener((id) => {
      void browser.notifications.clear(id);
      listener(Number(id.slice(prefix.length)));
    });
  }
  listen();
  browser.permissions.onAdded.addListener(listen);
}
