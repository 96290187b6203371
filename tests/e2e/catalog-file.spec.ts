import type { Page } from '@playwright/test';
import { builtIn } from '../../lib/catalog/index.ts';
import { aService, aTarget } from '../helpers/catalog.ts';
import { aCatalogFile, dayAfter } from '../helpers/catalog-file.ts';
import { defaultServiceCount } from '../helpers/default-services.ts';
import { answerYesFor } from '../lab/browsers/route-permission.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { expect, test } from './fixtures.ts';
import { isPermitted } from './is-permitted.ts';

const host = 'example.com';
const version = dayAfter(builtIn.world.version);
const chat = aService({
  name: 'Chat',
  operatorCountry: 'GB',
  targets: [aTarget({ urls: [`https://${host}/`] })],
});

function fileWith(url: string): string {
  const file = aCatalogFile({ version, reviewed: version });
  const service = { ...chat, targets: [aTarget({ urls: [url] })] };
  return JSON.stringify({ ...file, services: [...file.services, service] });
}

async function open(page: Page, text: string): Promise<void> {
  const buffer = Buffer.from(text);
  await page
    .getByLabel('Open a newer catalogue')
    .setInputFiles({ name: 'catalogue.json', mimeType: 'application/json', buffer });
}

test('a catalogue’s file is looked at, used in a check, and left again', async ({
  extension,
  lab,
}) => {
  const { page, context } = extension;
  await answerYesFor([`https://${host}/*`], { context, page });
  await page.bringToFront();
  await showPage(page, 'settings');
  const use = page.getByRole('button', { name: 'Use this catalogue' });

  await open(page, fileWith('https://192.168.1.1/'));
  await expect(page.getByText('This file is not used, and nothing was changed.')).toBeVisible();
  await expect(use).toHaveCount(0);

  await open(page, fileWith(`https://${host}/`));
  await expect(page.getByText('New: Chat', { exact: true })).toBeVisible();
  await expect(page.getByText(host, { exact: true })).toBeVisible();
  expect(await isPermitted(page, [`https://${host}/*`])).toBe(false);
  await lab.clearLog();
  await use.click();
  await expect(page.getByText('The catalogue is in use from now on.')).toBeVisible();
  await expect(page.getByText(`one from a file, of ${version}`)).toBeVisible();
  expect(await isPermitted(page, [`https://${host}/*`])).toBe(true);
  expect((await lab.log()).some(({ name }) => name === host)).toBe(false);

  const round = await extension.check();
  expect(round.software.catalog).toMatch(new RegExp(`^${version}\\+file\\.[0-9a-f]{8}$`));
  expect(round.services).toHaveLength(defaultServiceCount + 1);
  expect(round.services.find(({ id }) => id === chat.id)).toMatchObject({ state: 'ok' });
  expect((await lab.log()).some(({ name }) => name === host)).toBe(true);

  await page.getByRole('button', { name: 'Use the one that came with Dozvon' }).click();
  await expect(page.getByText('In use: the one that came with Dozvon')).toBeVisible();
  await expect.poll(() => isPermitted(page, [`https://${host}/*`])).toBe(false);
  const after = await extension.check();
  expect(after.software.catalog).toBe(builtIn.world.version);
  expect(after.services).toHaveLength(defaultServiceCount);
});
