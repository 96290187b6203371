import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { defaultServiceCount } from '../helpers/default-services.ts';
import { answerYesFor } from '../lab/browsers/route-permission.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { expect, test } from './fixtures.ts';
import { isPermitted } from './is-permitted.ts';

const host = 'example.com';
const name = '=Club & <b>friends</b>';

async function addSite(page: Page, address = host): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Address', { exact: true }).fill(address);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
}

test('a site of one’s own is added, tried, checked, exported and removed', async ({
  extension,
  lab,
}) => {
  const { page, context } = extension;
  await answerYesFor([`https://${host}/*`], { context, page });
  await page.bringToFront();
  await showPage(page, 'settings');

  await addSite(page, 'http://example.com/');
  await expect(page.getByText('cannot be used. Allowed: only https.')).toBeVisible();
  await addSite(page);

  const site = page.getByRole('listitem').filter({ hasText: `https://${host}/` });
  await expect(site).toBeVisible();
  expect(await isPermitted(page, [`https://${host}/*`])).toBe(true);
  await lab.clearLog();
  await site.getByRole('button', { name: /^Try once/ }).click();
  await expect(site.getByRole('status')).toContainText('An answer came, with status');
  expect((await lab.log()).some((one) => one.name === host)).toBe(true);

  const round = await extension.check();
  expect(round.services).toHaveLength(defaultServiceCount + 1);
  expect(round.services.at(-1)).toMatchObject({ name, state: 'ok', targets: [{ kind: 'https' }] });
  await showPage(page, 'overview');
  await expect(page.getByRole('status')).toHaveText(`All ${defaultServiceCount} open`);
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: name }).first();
  await expect(row).toContainText('Opens');

  await showPage(page, 'export');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the file' }).click();
  const { data } = Papa.parse<Record<string, string>>(
    readFileSync(await (await downloading).path(), 'utf8'),
    { header: true },
  );
  const rows = data.filter(({ url }) => url === `https://${host}/`);
  expect(rows).toMatchObject([{ service: round.services.at(-1)?.id, service_state: 'ok' }]);

  await showPage(page, 'settings');
  await site.getByRole('button', { name: /^Remove/ }).click();
  await expect(site).toHaveCount(0);
  await expect.poll(() => isPermitted(page, [`https://${host}/*`])).toBe(false);
  const after = await extension.check();
  expect(after.services).toHaveLength(defaultServiceCount);
});

test('a site that the lab blocks is found blocked, and changes nothing for the messengers', async ({
  extension,
  lab,
}) => {
  const { page, context } = extension;
  await answerYesFor([`https://${host}/*`], { context, page });
  await page.bringToFront();
  await showPage(page, 'settings');
  await addSite(page);
  await expect(page.getByRole('listitem').filter({ hasText: host })).toBeVisible();
  await lab.setWorld({ tls: [{ names: [host], action: 'silent' }] });

  const round = await extension.check();

  expect(round.services.at(-1)).toMatchObject({ state: 'likely_blocked', scope: 'service' });
  expect(round.services.slice(0, -1).map(({ state }) => state)).toEqual(
    Array.from({ length: defaultServiceCount }, () => 'ok'),
  );
});
