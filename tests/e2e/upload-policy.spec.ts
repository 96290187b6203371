import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CheckSettings } from '../../lib/settings/check-settings.ts';
import type { UploadSettings } from '../../lib/settings/upload.ts';
import { createAsk } from '../../scripts/check/ask.ts';
import { someOtlp } from '../helpers/upload-settings.ts';
import { bringForward, secondsTo } from '../lab/browsers/alarms.ts';
import { type FirefoxLabBrowser, firefoxLauncher } from '../lab/browsers/firefox.ts';
import { permitInFirefox } from '../lab/browsers/firefox-permit.ts';
import { type LaunchedExtension, launchExtension } from '../lab/browsers/launch-extension.ts';
import { chromiumIdOf, manageByPolicy } from '../lab/browsers/policy.ts';
import { answerYesFor } from '../lab/browsers/route-permission.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { startReceiver } from '../lab/browsers/start-receiver.ts';
import { expect, test } from './fixtures.ts';

declare const chrome: {
  storage: {
    local: { get(key: string): Promise<{ checks?: CheckSettings; upload?: UploadSettings }> };
  };
};

const chromiumBuild = '.output/chrome-mv3';
const firefoxBuild = '.output/firefox-mv3';

const uploadTo = (url: string) => ({
  upload: { kind: 'otlp', url, signals: ['logs'], encoding: 'protobuf', label: 'Probe 5' },
  locked: ['upload'],
});

test('in Chromium, the upload of a policy waits for the browser’s permission, which a person gives', async ({
  lab,
}) => {
  await lab.setWorld({});
  const receiver = await startReceiver(lab);
  const end = manageByPolicy(lab.home, 'chromium', {
    id: chromiumIdOf(chromiumBuild),
    items: uploadTo(receiver.url),
  });
  const launched = await launchExtension(lab, {
    build: chromiumBuild,
    agrees: false,
    permitsRoute: false,
  });
  try {
    const { extension } = launched;
    const { page, context, ask } = extension;
    await answerYesFor(['http://127.0.0.1/*'], { context, page });
    await expect.poll(() => ask('getUploadJob')).not.toBeNull();
    await page.bringToFront();
    await showPage(page, 'settings');
    await expect(page.getByText('The browser does not allow this address')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Turn off' })).toHaveCount(0);
    await expect(ask('changeUpload', { upload: null })).rejects.toThrow(
      'upload: found a value that is not shown, allowed: what the organisation has set',
    );
    await extension.check(['max']);
    await bringForward(extension, 'upload');
    await expect.poll(() => secondsTo(extension, 'upload')).toBeGreaterThan(300);
    expect(receiver.received).toEqual([]);

    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await expect(page.getByText('The browser does not allow this address')).toHaveCount(0);
    await bringForward(extension, 'upload');

    await expect.poll(() => receiver.received.map(({ path }) => path)).toEqual(['/v1/logs']);
    expect(receiver.received[0]?.headers['content-type']).toBe('application/x-protobuf');
  } finally {
    await launched.close();
    end();
    receiver.stop();
  }
});

test('a person’s own upload stays where a policy that had one ends', async ({ lab }) => {
  await lab.setWorld({});
  const profile = mkdtempSync(join(lab.home, 'managed-'));
  const options = { build: chromiumBuild, profile, agrees: false, permitsRoute: false };
  const { upload } = uploadTo('https://organisation.example');
  const id = chromiumIdOf(chromiumBuild);
  const end = manageByPolicy(lab.home, 'chromium', { id, items: { upload } });
  const draftOf = ({ extension: { page } }: LaunchedExtension): Promise<unknown> =>
    page.evaluate(async () => (await chrome.storage.local.get('upload')).upload?.draft);
  const first = await launchExtension(lab, options);
  await expect.poll(() => draftOf(first)).toMatchObject({ url: 'https://organisation.example' });
  const own = someOtlp({ url: 'https://person.example' });
  await first.extension.ask('changeUpload', { upload: own });
  await first.quit();
  end();

  const second = await launchExtension(lab, options);
  try {
    await expect.poll(() => organisationOf(second.extension.page)).toBeNull();
    expect(await draftOf(second)).toEqual(own);
    // The yes came with the policy.
    expect(await second.extension.ask('getUploadJob')).toBeNull();
  } finally {
    await second.close();
  }
});

/** Null without one. */
async function organisationOf(page: Page): Promise<unknown> {
  const { checks } = await page.evaluate(() => chrome.storage.local.get('checks'));
  return checks?.organisation;
}

test('in Firefox, the upload of a policy is sent once the browser permits it, without a mark of the extension', async ({
  lab,
}) => {
  await lab.setWorld({});
  const receiver = await startReceiver(lab, { statuses: [503] });
  const end = manageByPolicy(lab.home, 'firefox', {
    id: 'dozvon@dozvon.invalid',
    items: uploadTo(receiver.url),
  });
  try {
    const launch = firefoxLauncher({ stores: firefoxBuild, research: firefoxBuild });
    const browser = await launch(lab, { agrees: false, permitsRoute: false });
    try {
      const { bidi, page } = browser;
      const ask = createAsk(page);
      await expect
        .poll(async () => (await ask('getUploadJob'))?.upload.draft)
        .toMatchObject({
          url: receiver.url,
          label: 'Probe 5',
        });
      const round = await browser.check();
      await permitInFirefox(bidi, page, { origins: ['http://127.0.0.1/*'], data_collection: [] });
      await sendInFirefox(browser);
      expect(receiver.received).toEqual([]);

      const consent = ['technicalAndInteraction'];
      await permitInFirefox(bidi, page, { origins: [], data_collection: consent });
      await bringForward(browser, 'upload');
      await expect.poll(() => receiver.received.length).toBe(1);

      const [{ headers, body, path }] = receiver.received as [(typeof receiver.received)[number]];
      expect(path).toBe('/v1/logs');
      expect(Object.keys(headers)).not.toContain('origin');
      expect(Object.keys(headers)).not.toContain('cookie');
      const sent = Buffer.from(body, 'base64');
      expect(sent.includes(round.id)).toBe(true);
      expect(sent.includes('Probe 5')).toBe(true);
    } finally {
      await browser.close();
    }
  } finally {
    end();
    receiver.stop();
  }
});

/** Has the worker try to send, which then plans the next try. */
async function sendInFirefox(browser: FirefoxLabBrowser): Promise<void> {
  await expect.poll(() => secondsTo(browser, 'upload')).not.toBeNull();
  await bringForward(browser, 'upload');
  await expect.poll(() => secondsTo(browser, 'upload')).toBeGreaterThan(300);
}
