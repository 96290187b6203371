import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { describeSoftware } from '../../../../lib/browser/worker/software.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const linux = 'Mozilla/5.0 (X11; Linux x86_64';

it.each([
  [
    `${linux}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36`,
    'Chromium 156.0.0.0',
  ],
  [`${linux}; rv:153.0) Gecko/20100101 Firefox/153.0`, 'Firefox 153.0'],
  [`${linux}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15`, 'unknown'],
])('names the browser of %s', async (userAgent, name) => {
  vi.stubGlobal('navigator', { userAgent });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);

  expect(await describeSoftware()).toMatchObject({ version: '1.2.3', browser: name });
});
