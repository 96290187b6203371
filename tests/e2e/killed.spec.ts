import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Round } from '../../lib/model/round.ts';
import { aRound } from '../helpers/rounds.ts';
import { type LaunchedExtension, launchExtension } from '../lab/browsers/launch-extension.ts';
import { readHistoryKeys, writeRecords } from '../lab/browsers/sealed-history.ts';
import type { Lab } from '../lab/lab.ts';
import { expect, test } from './fixtures.ts';
import { processesWith } from './processes.ts';

const build = '.output/chrome-mv3';

function start(lab: Lab, profile: string): Promise<LaunchedExtension> {
  return launchExtension(lab, { build, profile, agrees: false, permitsRoute: false });
}

/** Ends all processes of the browser at once, as a power cut does but for the disk's own memory. */
async function kill({ extension, profile }: LaunchedExtension): Promise<void> {
  const closed = extension.context.waitForEvent('close');
  for (const id of processesWith(profile)) process.kill(id, 'SIGKILL');
  await closed;
}

const exit = { exitCountry: 'NL', exitAsn: 64_500 };

/** Enough of them to be rewritten for some time. */
const inventedRounds = Array.from({ length: 300 }, (_, index) =>
  aRound({ id: `invented-${index}`, routing: { ...aRound().routing, ...exit, signals: [] } }),
);

const idsOf = (rounds: readonly Round[]) => rounds.map(({ id }) => id);

// From the first records that are rewritten to the round that is recorded.
for (const afterMs of [50, 150, 400, 1_000, 2_500]) {
  test(`a browser that is killed ${afterMs} ms after it began to write loses nothing`, async ({
    lab,
  }) => {
    await lab.setWorld({});
    const profile = mkdtempSync(join(lab.home, 'killed-'));
    const first = await launchExtension(lab, { build, profile });
    const { extension } = first;
    await extension.check(['max']);
    const records = inventedRounds.map((one): [null, Round] => [null, one]);
    await writeRecords(extension.page, 'sealedRounds', records);
    const before = idsOf(await extension.read<Round>('rounds'));
    expect(before).toHaveLength(301);

    await extension.ask('startRound', { services: ['max'] });
    await extension.ask('forgetExits');
    // What is tried is a moment, which no event announces.
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await kill(first);

    const second = await start(lab, profile);
    try {
      const { extension: again } = second;
      await expect
        .poll(async () => (await readHistoryKeys(again.page)).former, { timeout: 60_000 })
        .toBeNull();
      await again.roundIsOver();
      const after = await again.read<Round>('rounds');
      expect(idsOf(after).slice(0, 301), 'all of them, in their order').toEqual(before);
      expect(after.length).toBeLessThanOrEqual(302);
      expect(after.filter(({ routing }) => routing.exitCountry !== undefined)).toEqual([]);
      expect(await again.read('journal')).toEqual([]);
    } finally {
      await second.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
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
  await kill(first);

  const second = await start(lab, profile);
  try {
    const { extension } = second;
    await expect.poll(async () => (await storedOf(extension.page)).files).toEqual([]);
    const { items: after } = await storedOf(extension.page);
    expect(after).toMatchObject({ historyKey: items.historyKey, checks: items.checks });
    expect(idsOf(await extension.read<Round>('rounds'))).toEqual([id]);
  } finally {
    await second.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
