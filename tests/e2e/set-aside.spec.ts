import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Round } from '../../lib/model/round.ts';
import type { Extension } from '../lab/browsers/extension.ts';
import { type LaunchedExtension, launchExtension } from '../lab/browsers/launch-extension.ts';
import type { Lab } from '../lab/lab.ts';
import { expect, test } from './fixtures.ts';
import { raiseVersion } from './raise-version.ts';

const build = '.output/chrome-mv3';

/** A profile with one check, after which something happened to its database. */
async function aProfile(
  lab: Lab,
  happens: (extension: Extension) => Promise<void>,
): Promise<{ profile: string; round: Round }> {
  const profile = mkdtempSync(join(lab.home, 'aside-'));
  const launched = await launchExtension(lab, { build, profile });
  const round = await launched.extension.check(['max']);
  await happens(launched.extension);
  await launched.quit();
  return { profile, round };
}

/** Starts the browser again, where the person has agreed before. */
function startAgain(lab: Lab, profile: string): Promise<LaunchedExtension> {
  return launchExtension(lab, { build, profile, agrees: false, permitsRoute: false });
}

const databases = ({ page }: Extension) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

test('a history that a newer version wrote is set aside, can be saved, and deleted', async ({
  lab,
}) => {
  await lab.setWorld({});
  const { profile, round } = await aProfile(lab, ({ page }) => raiseVersion(page));
  const launched = await startAgain(lab, profile);
  const { extension } = launched;
  const { page } = extension;
  try {
    const aside = page.getByRole('region', { name: 'A history that was set aside' });
    await expect(aside).toContainText('newer version');
    const popup = await extension.context.newPage();
    await popup.goto(extension.address('popup.html'));
    await expect(popup.getByText('cannot be used any more')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);

    const { id } = await extension.check(['max']);
    expect((await extension.read<Round>('rounds')).map((one) => one.id)).toEqual([id]);
    expect(await databases(extension)).toContain('dozvon');

    const saving = page.waitForEvent('download');
    await aside.getByRole('button', { name: 'Save what can be read' }).click();
    const saved = readFileSync(await (await saving).path(), 'utf8');
    expect(saved).toContain(round.id);
    expect(saved).not.toContain(id);

    await aside.getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(aside).toHaveCount(0);
    expect(await databases(extension)).not.toContain('dozvon');
    expect((await extension.read<Round>('rounds')).map((one) => one.id)).toEqual([id]);
  } finally {
    await launched.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Overwrites the list of the database's files, as a failing disk may. */
function damageFiles(profile: string): void {
  const folder = join(profile, 'Default/IndexedDB');
  const files = readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file)));
  const lists = files.filter((file) => file.includes('MANIFEST'));
  expect(lists).not.toEqual([]);
  for (const file of lists) writeFileSync(file, readFileSync(file).fill(0x5a));
}

test('a history that the browser deleted as its files are damaged is said to be lost', async ({
  lab,
}) => {
  await lab.setWorld({});
  const { profile } = await aProfile(lab, async () => undefined);
  damageFiles(profile);
  const launched = await startAgain(lab, profile);
  const { extension } = launched;
  const { page } = extension;
  try {
    const lost = page.getByRole('region', { name: 'A history that is lost' });
    await expect(lost).toContainText('damaged');

    const { id } = await extension.check(['max']);
    expect((await extension.read<Round>('rounds')).map((one) => one.id)).toEqual([id]);
    await lost.getByRole('button', { name: 'Understood' }).click();
    await expect(lost).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'How it was' })).toBeVisible();
    await expect(lost).toHaveCount(0);
  } finally {
    await launched.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
