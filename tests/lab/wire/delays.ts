import { secondsTo } from '../browsers/alarms.ts';
import type { LabBrowser } from '../browsers/lab-browser.ts';
import type { BrowserName } from '../browsers/prepare.ts';
import type { Lab } from '../lab.ts';
import type { Delay } from './diary.ts';
import { until } from './stage.ts';

interface Chrome {
  storage: { session: { clear(): Promise<void> } };
}

/** Forgets what the browser keeps until it is closed. */
export async function endSession({ page }: LabBrowser): Promise<void> {
  await page.evaluate(clearMemory, null);
}

/** Runs in a page of the extension. */
function clearMemory(): Promise<void> {
  return (globalThis as unknown as { chrome: Chrome }).chrome.storage.session.clear();
}

/** What happens in Chromium after a start. Firefox sees none: remote control installs the extension anew each time. */
export async function startBrowser(browser: LabBrowser): Promise<Delay[]> {
  if (browser.announceStart === null) return [];
  const before = Date.now();
  await browser.announceStart();
  return [await delayAfter('start', browser, before)];
}

/** Unplugs the line and plugs it in again. Under remote control Firefox does not notice. */
export async function changeNetwork(
  lab: Lab,
  { browser, name }: { browser: LabBrowser; name: BrowserName },
): Promise<Delay[]> {
  if (name === 'firefox') return [];
  lab.linkDown();
  await until('the link is lost', async () => ((await isOnline(browser)) ? null : true));
  const before = Date.now();
  lab.linkUp();
  return [await delayAfter('network-change', browser, before)];
}

/** @param before a moment before the event, in milliseconds since the epoch */
async function delayAfter(
  event: Delay['event'],
  browser: LabBrowser,
  before: number,
): Promise<Delay> {
  const alarm = event === 'start' ? 'startup' : event;
  const fromSeen = await until(`the alarm of ${event}`, () => secondsTo(browser, alarm));
  return { event, fromSeen, fromBefore: fromSeen + (Date.now() - before) / 1000 };
}

function isOnline({ page }: LabBrowser): Promise<boolean> {
  return page.evaluate((_nothing) => navigator.onLine, null);
}
