import { resolve } from 'node:path';
import type { Bidi } from '../../../scripts/browser/bidi.ts';
import { createBidiPage } from '../../../scripts/browser/bidi-page.ts';
import { firefoxLauncher } from '../../lab/browsers/firefox.ts';
import type { Lab } from '../../lab/lab.ts';
import { emptyPage } from '../empty-page.ts';
import { largestPaint } from '../time-paint.ts';
import { firefoxMemory } from './firefox-memory.ts';
import { overviewTimes } from './overview.ts';
import { runTask, type TaskBrowser } from './task-browser.ts';

declare const Services: { prefs: { setBoolPref(name: string, value: boolean): void } };

export async function openFirefox(lab: Lab, folder: string): Promise<TaskBrowser> {
  const launch = firefoxLauncher({ stores: resolve(folder), research: resolve(folder) });
  const launched = await launch(lab, {});
  const { bidi } = launched;
  await launched.check();
  const host = await launched.page.evaluate(() => location.origin, null);
  const context = await openTab(bidi, `${host}/tasks.html`);
  const page = createBidiPage(bidi, context);
  const browserPage = createBidiPage(bidi, await openTab(bidi, 'about:memory'));
  await browserPage.evaluate(tellExactTimes, null);
  return {
    run: (name, argument) => page.evaluate(runTask, { name, argument }) as never,
    check: () => launched.check(),
    async fresh() {
      const url = `${host}/tasks.html`;
      await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    timePopup: () =>
      timeIn(bidi, `${host}/popup.html`, { measure: largestPaint, argument: { content: 'main' } }),
    timeEmptyPage: () =>
      timeIn(bidi, `${host}/${emptyPage}`, {
        measure: largestPaint,
        argument: { content: 'body' },
      }),
    timeOverview: () =>
      timeIn(bidi, `${host}/dashboard.html`, { measure: overviewTimes, argument: undefined }),
    memory: firefoxMemory(browserPage),
    close: () => launched.close(),
  };
}

async function openTab(bidi: Bidi, url: string): Promise<string> {
  const { context } = await bidi.send('browsingContext.create', { type: 'tab', background: true });
  await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
  return context;
}

/** Runs in a page of the browser's own. By default, pages are told whole milliseconds. */
function tellExactTimes(): void {
  Services.prefs.setBoolPref('privacy.reduceTimerPrecision', false);
}

/** Opens a page in a tab of its own and measures there; a headless Firefox shows no popup. */
async function timeIn<Argument, Result>(
  bidi: Bidi,
  url: string,
  { measure, argument }: { measure: (argument: Argument) => Promise<Result>; argument: Argument },
): Promise<Result> {
  const { context } = await bidi.send('browsingContext.create', { type: 'tab', background: false });
  await bidi.send('browsingContext.navigate', { context, url, wait: 'interactive' });
  const measured = await createBidiPage(bidi, context).evaluate(measure, argument);
  await bidi.send('browsingContext.close', { context });
  return measured;
}
