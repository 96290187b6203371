import { rmSync } from 'node:fs';
import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';
import { createAsk } from '../../scripts/check/ask.ts';
import { someOtlp } from '../helpers/upload-settings.ts';
import { firefoxLauncher } from '../lab/browsers/firefox.ts';
import { permitInFirefox } from '../lab/browsers/firefox-permit.ts';
import { browserKeepers } from '../lab/browsers/kept-browser.ts';
import { filesWith, readProfile } from '../lab/profile/profile-contents.ts';
import { expect, test } from './fixtures.ts';

const upload = someOtlp({ authorization: 'Bearer-5f0e-of-the-group' });
const origins = ['https://otlp.example/*'];
const consent = ['technicalAndInteraction'];

interface Given {
  origins?: string[];
  data_collection?: string[];
}

declare const chrome: { permissions: { getAll(): Promise<Given> } };

function permissionsOf(page: ExtensionPage): Promise<Given> {
  return page.evaluate(() => chrome.permissions.getAll(), null);
}

test('Firefox gets back what it has permitted for an upload, as it ends and as everything is deleted', async ({
  lab,
}) => {
  await lab.setWorld({});
  const build = '.output/firefox-mv3';
  const browser = await firefoxLauncher({ stores: build, research: build })(lab, {});
  const { bidi, page } = browser;
  const ask = createAsk(page);
  const turnOn = async () => {
    await permitInFirefox(bidi, page, { origins, data_collection: consent });
    await ask('changeUpload', { upload });
    const given = await permissionsOf(page);
    expect(given.origins).toEqual(expect.arrayContaining(origins));
    expect(given.data_collection).toEqual(consent);
  };
  const isGivenBack = () =>
    expect
      .poll(async () => {
        // The page loads anew after a deletion.
        const given = await permissionsOf(page).catch(() => ({
          origins,
          data_collection: consent,
        }));
        return { ...given, origins: given.origins?.filter((one) => origins.includes(one)) };
      })
      .toMatchObject({ origins: [], data_collection: [] });
  try {
    await turnOn();
    await ask('changeUpload', { upload: null });
    await isGivenBack();

    await turnOn();
    // It may do so before the answer.
    await ask('deleteEverything').catch(() => undefined);
    await isGivenBack();
  } finally {
    await browser.close();
  }
});

for (const [name, keeper] of Object.entries(browserKeepers)) {
  test(`${name}: the password of an upload that was turned off is in no file`, async ({ lab }) => {
    await lab.setWorld({});
    const profile = keeper.createProfile(lab);
    const filesWithPassword = () => filesWith(readProfile(profile), [upload.authorization ?? '']);
    try {
      const first = await keeper.launch(lab, profile, 'agrees');
      await first.extension.ask('changeUpload', { upload });
      await first.quit();
      expect(filesWithPassword()).not.toEqual([]);

      const second = await keeper.launch(lab, profile);
      await second.extension.ask('changeUpload', { upload: null });
      await second.quit();
      expect(filesWithPassword()).toEqual([]);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}
