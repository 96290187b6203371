import type { Page } from '@playwright/test';
import { showPage } from '../lab/browsers/show-page.ts';
import { axeViolations } from './axe-violations.ts';
import { expect, test } from './fixtures.ts';

/** Notes the page's ground in each frame that the browser draws. */
function noteGrounds() {
  const grounds: string[] = [];
  Object.assign(globalThis, { grounds });
  requestAnimationFrame(function note() {
    grounds.push(getComputedStyle(document.documentElement).colorScheme);
    requestAnimationFrame(note);
  });
}

/** The grounds that a page had until its heading was there. */
async function groundsOf(page: Page): Promise<string[]> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  const grounds = () => (globalThis as unknown as { grounds: string[] }).grounds;
  return [...new Set(await page.evaluate(grounds))];
}

test('theme and order hold on every page from its first frame, until they are reset', async ({
  extension,
}) => {
  const { page } = extension;
  await extension.check(['viber', 'vk']);
  await showPage(page, 'settings');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.getByText('Order of messengers').click();
  await page.getByRole('button', { name: 'Move up: VK' }).focus();
  for (const place of [9, 8, 7, 6, 5, 4, 3]) {
    await page.keyboard.press('Enter');
    await expect(page.getByText(`VK: place ${place} of 10`)).toBeAttached();
  }
  await expect(page.getByRole('button', { name: 'Move up: VK' })).toBeFocused();
  expect(await axeViolations(page)).toEqual([]);

  const other = await extension.context.newPage();
  await other.addInitScript(noteGrounds);
  for (const name of ['popup', 'dashboard', 'visibility']) {
    await other.goto(extension.address(`${name}.html`));
    expect(await groundsOf(other)).toEqual(['dark']);
  }
  await other.goto(extension.address('popup.html'));
  await expect(other.getByRole('main').getByRole('listitem')).toHaveText([/^VK/, /^Viber/]);

  await page.getByRole('button', { name: 'Reset the settings' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByRole('radio', { name: 'As the browser has it' })).toBeChecked();
  await expect(other.getByRole('main').getByRole('listitem')).toHaveText([/^Viber/, /^VK/]);
  expect(await other.evaluate(() => document.documentElement.style.colorScheme)).toBe('');
  expect(await extension.read('rounds')).toHaveLength(1);
});

test('what is unticked about the route on one page stays so when another page ticks something', async ({
  extension,
}) => {
  const { page } = extension;
  const other = await extension.context.newPage();
  for (const one of [page, other]) await one.goto(extension.address('dashboard.html#settings'));
  const exits = { name: /^Keep the country and the network/ };
  const calls = { name: 'Also compare the way that calls go' };
  await page.getByRole('checkbox', exits).check();
  await expect(other.getByRole('checkbox', exits)).toBeChecked();

  await other.getByRole('checkbox', exits).uncheck();
  await expect(page.getByRole('checkbox', exits)).not.toBeChecked();
  await page.getByRole('checkbox', calls).check();

  await expect(other.getByRole('checkbox', calls)).toBeChecked();
  for (const one of [page, other]) {
    await one.reload();
    await expect(one.getByRole('checkbox', calls)).toBeChecked();
    await expect(one.getByRole('checkbox', exits)).not.toBeChecked();
  }
});
