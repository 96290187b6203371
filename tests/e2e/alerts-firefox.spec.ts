import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';
import { createAsk } from '../../scripts/check/ask.ts';
import { firefoxLauncher } from '../lab/browsers/firefox.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { expect, test } from './fixtures.ts';

const build = '.output/firefox-mv3';
const tick = 'input[aria-describedby=how-alerts]';

declare const chrome: {
  notifications: { onClosed: { addListener(listener: (id: string) => void): void } };
  permissions: { contains(some: { permissions: string[] }): Promise<boolean> };
};

test('Firefox tells a confirmed change once the person has allowed it, and takes the permission back', async ({
  lab,
}) => {
  await lab.setWorld({});
  const launch = firefoxLauncher({ stores: build, research: build });
  const browser = await launch(lab, { permitsRoute: false });
  const { page } = browser;
  try {
    await showPage(page, 'settings');
    await browser.click(tick);
    await (await browser.question()).answer(true);
    await expect.poll(() => isTicked(page)).toBe(true);
    await createAsk(page)('changeAlerts', { hasQuietHours: false });
    await page.evaluate(noteNotifications, null);
    await browser.check();

    await lab.setWorld({ tls: [{ names: ['.viber.com'], action: 'reset' }] });
    await browser.check();
    expect(await noted(page), 'one check confirms nothing').toEqual([]);
    await browser.check();
    await expect.poll(() => noted(page)).toEqual(['alert-0']);

    await browser.click(tick);
    await expect.poll(() => isTicked(page)).toBe(false);
    await expect.poll(() => isPermitted(page)).toBe(false);
  } finally {
    await browser.close();
  }
});

/** Runs in the page. Without a screen, Firefox closes a notification as soon as it shows it. */
function noteNotifications(): void {
  const alerts: string[] = [];
  Object.assign(globalThis, { alerts });
  chrome.notifications.onClosed.addListener((id) => alerts.push(id));
}

/** Ids of the notifications that were shown. */
function noted(page: ExtensionPage): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { alerts: string[] }).alerts, null);
}

function isTicked(page: ExtensionPage): Promise<boolean | undefined> {
  return page.evaluate(
    (selector) => document.querySelector<HTMLInputElement>(selector)?.checked,
    tick,
  );
}

function isPermitted(page: ExtensionPage): Promise<boolean> {
  return page.evaluate(() => chrome.permissions.contains({ permissions: ['notifications'] }), null);
}
