import type { Round } from '../../lib/model/round.ts';
import { createBidiPage } from '../../scripts/browser/bidi-page.ts';
import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';
import { createAsk } from '../../scripts/check/ask.ts';
import { firefoxLauncher } from '../lab/browsers/firefox.ts';
import type { LabBrowser } from '../lab/browsers/lab-browser.ts';
import { readRecords } from '../lab/browsers/sealed-history.ts';
import { createSmallDisk } from '../lab/browsers/small-disk.ts';
import { expect, test } from './fixtures.ts';

const build = '.output/firefox-mv3';

test('Firefox reports that checks could not be saved on a full disk, and saves again once there is room', async ({
  lab,
}) => {
  await lab.setWorld({});
  const disk = createSmallDisk(lab);
  const browser = await firefoxLauncher(
    { stores: build, research: build },
    { profiles: disk.path },
  )(lab, {});
  const { bidi, page } = browser;
  try {
    const first = await browser.check();
    expect(await textOf(page, '[role=alert]')).not.toContain('could not be saved');

    disk.fill();
    // A round goes on though none before it could be written. What is recorded is read once there
    // is room: Firefox may refuse to open a database on a full disk ("Could not create actor").
    for (let round = 0; round < 2; round += 1) {
      await checkUnsaved(browser);
      await expect.poll(() => textOf(page, '[role=alert]')).toContain('could not be saved');
    }
    const address = await page.evaluate(() => `${location.origin}/popup.html`, null);
    const tab = { type: 'tab', background: false } as const;
    const { context } = await bidi.send('browsingContext.create', tab);
    await bidi.send('browsingContext.navigate', { context, url: address, wait: 'complete' });
    const popup = createBidiPage(bidi, context);
    await expect.poll(() => textOf(popup, '[role=alert]')).toContain('could not be saved');

    disk.empty();
    const last = await browser.check();
    for (const one of [page, popup]) {
      await expect.poll(() => textOf(one, '[role=alert]')).not.toContain('could not be saved');
    }
    expect(await recordedIds(page)).toEqual([first.id, last.id]);
  } finally {
    await browser.close();
    disk.remove();
  }
});

/** Runs a check of which no record is expected. */
async function checkUnsaved(browser: LabBrowser): Promise<void> {
  await createAsk(browser.page)('startRound', { services: null });
  await expect.poll(() => browser.progress(), { timeout: 90_000 }).toBeNull();
}

async function recordedIds(page: ExtensionPage): Promise<string[]> {
  return (await readRecords<Round>(page, 'sealedRounds')).map(([, { id }]) => id);
}

/** The text of all elements that match. */
function textOf(page: ExtensionPage, selector: string): Promise<string> {
  return page.evaluate(
    (matching) =>
      Array.from(document.querySelectorAll(matching), ({ textContent }) => textContent).join('\n'),
    selector,
  );
}
