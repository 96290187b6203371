import type { OwnService } from '../../lib/model/own-service.ts';
import type { CheckSettings } from '../../lib/settings/check-settings.ts';
import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';
import { longHistory } from '../helpers/long-history.ts';
import { anEntry, usualSettings, writtenBackup } from '../helpers/written-backup.ts';
import { chromiumLauncher } from '../lab/browsers/chromium.ts';
import { driveExtension } from '../lab/browsers/driven-extension.ts';
import { firefoxLauncher } from '../lab/browsers/firefox.ts';
import { chromiumIdOf, firefoxIdOf, manageByPolicy } from '../lab/browsers/policy.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { expect, test } from './fixtures.ts';
import { openBackup } from './open-backup.ts';

const builds = { chromium: '.output/chrome-mv3-research', firefox: '.output/firefox-mv3-research' };

/** The research builds, which need no permission for the sites. */
const browsers = [
  {
    name: 'chromium' as const,
    launch: chromiumLauncher({ stores: builds.chromium, research: builds.chromium }),
    id: () => chromiumIdOf(builds.chromium),
  },
  {
    name: 'firefox' as const,
    launch: firefoxLauncher({ stores: builds.firefox, research: builds.firefox }),
    id: () => firefoxIdOf(builds.firefox),
  },
];

const club = { name: 'Club of ours', url: 'https://example.com/' };
const items = {
  everyMinutes: 60,
  keptDays: 365,
  services: { viber: false },
  ownServices: [club],
  language: 'en',
  locked: ['everyMinutes', 'services', 'ownServices', 'language'],
};

interface Stored {
  checks?: CheckSettings;
  ownServices?: OwnService[];
  language?: string;
}

declare const chrome: { storage: { local: { get(): Promise<Stored> } } };

/** The settings as they are stored. */
function storedIn(page: ExtensionPage): Promise<Stored> {
  return page.evaluate(() => chrome.storage.local.get(), null);
}

function textOf(page: ExtensionPage, selector: string): Promise<string> {
  return page.evaluate((one) => document.querySelector(one)?.textContent ?? '', selector);
}

/** Which of the buttons and fields for sites of one's own can be used. */
function usableIn(page: ExtensionPage): Promise<string[]> {
  return page.evaluate(
    () =>
      [...document.querySelectorAll('.own-services :is(button, input):not(:disabled)')].map(
        (one) => one.ariaLabel ?? one.textContent ?? '',
      ),
    null,
  );
}

/** A backup of somebody who has chosen otherwise throughout. */
async function aBackup(): Promise<Buffer> {
  const checks = { everyMinutes: 5, keptDays: 30, services: { viber: true, max: false } } as const;
  const own = { id: 'own-of-a-person', name: 'Person', url: 'https://example.net/' };
  const file = await writtenBackup({
    entries: longHistory(3).map(anEntry),
    settings: {
      ...usualSettings,
      checks: { ...usualSettings.checks, ...checks },
      ownServices: [{ ...own, contains: null }],
      language: 'ru',
    },
  });
  return Buffer.from(await file.arrayBuffer());
}

/** Restores with the settings of the backup. */
async function restore(page: ExtensionPage, file: Buffer): Promise<void> {
  await openBackup(page, file);
  const pressing = (selector: string) =>
    page.evaluate((one) => {
      const found = document.querySelector<HTMLElement>(one);
      found?.click();
      return found !== null;
    }, selector);
  await expect.poll(() => pressing('[aria-describedby=backup-settings]')).toBe(true);
  await expect.poll(() => pressing('.backup-preview button.main')).toBe(true);
  await expect.poll(() => textOf(page, '.backup')).toContain('The backup is restored.');
}

for (const { name, launch, id } of browsers) {
  test(`in ${name}, sites of an organisation’s policy are checked, shown and locked, for a backup too`, async ({
    lab,
  }) => {
    await lab.setWorld({});
    const end = manageByPolicy(lab.home, name, { id: id(), items });
    const browser = await launch(lab, { agrees: false, permitsRoute: false });
    const extension = driveExtension(browser.page);
    const { page, ask } = extension;
    try {
      await expect.poll(async () => (await storedIn(page)).checks?.agreed).toBe(true);
      const before = await storedIn(page);
      expect(before.ownServices).toMatchObject([club]);
      const [site] = before.ownServices ?? [];

      const round = await extension.check();
      const target = { url: club.url, attempts: [{ ok: true }] };
      const checked = { id: site?.id, name: club.name, state: 'ok', targets: [target] };
      expect(round.services.at(-1)).toMatchObject(checked);
      await showPage(page, 'overview');
      await expect.poll(() => textOf(page, 'main')).toContain(club.name);
      await showPage(page, 'settings');
      await expect.poll(() => textOf(page, '.own-services')).toContain(club.url);
      expect(await usableIn(page)).toEqual([`Try once: ${club.name}`]);

      const other = { name: 'Other', url: 'https://example.org/', contains: null };
      await expect(ask('addService', other)).rejects.toThrow(
        'ownServices: found "Other", allowed: what the organisation has set',
      );
      await expect(ask('removeService', { id: site?.id ?? '' })).rejects.toThrow(
        `ownServices: found "${site?.id}", allowed: what the organisation has set`,
      );
      await ask('resetSettings');
      expect(await storedIn(page)).toMatchObject({ ownServices: before.ownServices });

      await restore(page, await aBackup());
      expect(await extension.read('rounds')).toHaveLength(4);
      const after = await storedIn(page);
      expect(after.ownServices).toEqual(before.ownServices);
      expect(after.language).toBe('en');
      // What is not locked comes from the backup.
      expect(after.checks).toEqual({ ...before.checks, keptDays: 30 });
      const again = await extension.check();
      expect(again.services.map((one) => one.name)).toEqual(round.services.map((one) => one.name));
    } finally {
      await browser.close();
      end();
    }
  });
}
