import type { Page } from '@playwright/test';
import { alarmNames, bringForward, secondsTo } from '../lab/browsers/alarms.ts';
import type { Extension } from '../lab/browsers/extension.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { expect, test } from './fixtures.ts';

declare const chrome: {
  notifications: {
    getAll(): Promise<Record<string, true>>;
    onClicked: { dispatch(id: string): void };
  };
  permissions: { remove(some: { permissions: string[] }): Promise<boolean> };
};

const hourMs = 60 * 60 * 1000;
const reset = { tls: [{ names: ['.viber.com'], action: 'reset' as const }] };

const box = (page: Page) => page.getByRole('checkbox', { name: 'Tell me when a messenger stops' });

/** Ids of the notifications that are on the screen. */
function shown({ page }: Extension): Promise<string[]> {
  return page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
}

function workerOf({ context }: Extension) {
  const worker = context.serviceWorkers().at(-1);
  if (worker === undefined) throw new Error('The worker is asleep.');
  return worker;
}

/** The time of the worker that runs now; the next one has that of the computer again. */
function moveTime(extension: Extension, byMs: number): Promise<void> {
  return workerOf(extension).evaluate((ms) => {
    const Original = Date;
    globalThis.Date = class extends Original {
      constructor(...parts: ConstructorParameters<typeof Date>) {
        if ((parts as unknown[]).length === 0) super(Original.now() + ms);
        else super(...parts);
      }
      static override now = () => Original.now() + ms;
    } as DateConstructor;
  }, byMs);
}

test.use({ permitsNotifications: true, permitsRoute: false });

test('a confirmed change is told, one of the quiet hours after them, and nothing without the permission', async ({
  extension,
  lab,
}) => {
  const { page, context } = extension;
  await showPage(page, 'settings');
  await expect(box(page)).not.toBeChecked();
  await box(page).click();
  await expect(box(page)).toBeChecked();
  const quiet = page.getByRole('checkbox', { name: 'Quiet hours' });
  await quiet.uncheck();
  await extension.check(['viber']);

  await lab.setWorld(reset);
  const seen = await extension.check(['viber']);
  expect(seen.services[0]).toMatchObject({ state: 'ok', roundState: 'likely_blocked' });
  expect(await shown(extension)).toEqual([]);
  await extension.check(['viber']);
  await expect.poll(() => shown(extension)).toEqual(['alert-0']);
  const opening = context.waitForEvent('page');
  await workerOf(extension).evaluate(() => chrome.notifications.onClicked.dispatch('alert-0'));
  await expect(await opening).toHaveURL(extension.address('dashboard.html#service/viber'));
  await expect.poll(() => shown(extension)).toEqual([]);

  await quiet.check();
  const hour = await page.evaluate(() => new Date().getHours());
  await page.getByLabel('Quiet from').selectOption(String(hour));
  await page.getByLabel('Quiet until').selectOption(String((hour + 2) % 24));
  await lab.setWorld({});
  await extension.check(['viber']);
  await extension.check(['viber']);
  await expect.poll(() => alarmNames(extension)).toContain('alert');
  await extension.killWorker();
  await bringForward(extension, 'alert');
  // It has gone off, and is set again for the end of the quiet hours.
  await expect.poll(() => secondsTo(extension, 'alert')).toBeGreaterThan(60);
  expect(await shown(extension)).toEqual([]);
  await moveTime(extension, 3 * hourMs);
  await bringForward(extension, 'alert');
  await expect.poll(() => shown(extension)).toEqual(['alert-1']);
  await expect.poll(() => alarmNames(extension)).not.toContain('alert');

  await page.evaluate(() => chrome.permissions.remove({ permissions: ['notifications'] }));
  await expect(page.getByText('the browser no longer allows notifications')).toBeVisible();
  await expect(box(page)).not.toBeChecked();
  const { services } = await extension.check(['viber']);
  expect(services).toMatchObject([{ id: 'viber', state: 'ok' }]);
  await box(page).click();
  await expect(box(page)).toBeChecked();
});
