import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Round } from '../../lib/model/round.ts';
import { browserKeepers } from '../lab/browsers/kept-browser.ts';
import { killBrowser } from '../lab/browsers/kill-browser.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { createCheckingBrowser } from '../lab/run/kill-history.ts';
import { expect, test } from './fixtures.ts';

const build = '.output/chrome-mv3';

// From the first records that are rewritten to the round that is recorded; `npm run soak` tries many more.
const moments = { chromium: [50, 150, 400, 1_000, 2_500], firefox: [150, 1_000, 2_500] };

for (const name of ['chromium', 'firefox'] as const) {
  test(`${name}, killed while it writes, loses nothing`, async ({ lab }) => {
    const browser = await createCheckingBrowser(lab, browserKeepers[name]);
    try {
      for (const milliseconds of moments[name]) {
        const { complaints } = await browser.killAfter(milliseconds);
        expect(complaints, `after ${milliseconds} ms`).toEqual([]);
      }
    } finally {
      await browser.close();
    }
  });
}

interface Storage {
  get(): Promise<Record<string, unknown>>;
  clear(): Promise<void>;
}

/** Leaves the storage as a worker does that dies while it writes it anew. */
function clearBesideCopy(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(async () => {
    const { local } = (globalThis as unknown as { chrome: { storage: { local: Storage } } }).chrome
      .storage;
    const items = await local.get();
    const folder = await navigator.storage.getDirectory();
    const file = await folder.getFileHandle('storage-copy', { create: true });
    const writing = await file.createWritable();
    await writing.write(JSON.stringify(items));
    await writing.close();
    await local.clear();
    return items;
  });
}

const storedOf = (page: Page) =>
  page.evaluate(async () => {
    const { local } = (globalThis as unknown as { chrome: { storage: { local: Storage } } }).chrome
      .storage;
    const folder = await navigator.storage.getDirectory();
    return { items: await local.get(), files: await Array.fromAsync(folder.keys()) };
  });

test('a worker that died while it wrote the storage anew loses neither the key nor the settings', async ({
  lab,
}) => {
  await lab.setWorld({});
  const profile = mkdtempSync(join(lab.home, 'killed-'));
  const first = await launchExtension(lab, { build, profile });
  const { id } = await first.extension.check(['max']);
  const items = await clearBesideCopy(first.extension.page);
  await killBrowser(first);

  const again = { build, profile, agrees: false, permitsRoute: false };
  const second = await launchExtension(lab, again);
  try {
    const { extension } = second;
    await expect.poll(async () => (await storedOf(extension.page)).files).toEqual([]);
    const { items: after } = await storedOf(extension.page);
    expect(after).toMatchObject({ historyKey: items.historyKey, checks: items.checks });
    expect((await extension.read<Round>('rounds')).map((round) => round.id)).toEqual([id]);
  } finally {
    await second.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
